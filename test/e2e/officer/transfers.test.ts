import { afterAll, expect, test } from 'vitest';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { transferStages } from '../../../shared/domain/transfer/transfer.ts';
import type { SeedKiosk, SeedRows } from '../../central-server/seed/seed-rows.ts';
import type { StepHook } from '../../central-server/transfers/transfer-step.ts';
import { driveDesk, type DrivenDesk } from '../../support/drive-desk.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { rawTexts, seriousViolations } from '../../support/e2e/screen-faults.ts';
import { Officer } from '../../support/officer/officer.ts';
import { goToPart } from '../../support/officer/screens.ts';

const hasKiosk = ({ record }: MigrationRequest) => record !== null;
const withNewId = (newKioskCode: string) => (request: MigrationRequest) => ({
  ...passing(request),
  newKioskCode,
});
const cases = sampleCases({
  whole: { fits: hasKiosk, change: withNewId('K999000001') },
  planted: { fits: hasKiosk, change: (request) => ({ ...passing(request), newKioskCode: null }) },
  failing: { fits: hasKiosk, change: withNewId('K999000002') },
});
type Case = 'whole' | 'planted' | 'failing';

const balance = {
  wallet: 123_456_78,
  advance: 0,
  creditLimit: 10_000_00,
  dues: 70_01,
  tds: 1,
  security: 5_000_00,
};
const kiosks = new Map<string, SeedKiosk>();

/** The kiosks of the cases are with the LSP that their requests name, but for the one that has moved on. */
function shape(seed: SeedRows): SeedRows {
  const shaped = cases.shape(seed);
  const placed = shaped.kiosks.map((kiosk): SeedKiosk => {
    const name = (['whole', 'planted', 'failing'] as const).find(
      (one) => cases.request(one).kioskCode === kiosk.code,
    );
    if (name === undefined) return kiosk;
    const changed = { ...kiosk, balance, isActive: true, lspId: name === 'failing' ? 'lsp-05' : 'lsp-02' };
    kiosks.set(kiosk.code, changed);
    return changed;
  });
  return { ...shaped, kiosks: placed };
}

const scene = useScene({ hasScans: false, requests: 60, shape });
let second: DrivenDesk | null = null;
afterAll(() => second?.dispose());

async function openTransfer(name: Case, officer: Officer = scene.officer): Promise<void> {
  const { requestNo } = cases.request(name);
  await goToPart(officer, 'transfers');
  if (await officer.page.locator('.transfer-head').isVisible())
    await officer.button('transfers', 'back').click();
  const label = officer.text('transfers', 'openOf', { requestNo });
  await officer.page.getByRole('button', { name: label }).click();
  await officer.page.locator('.transfer-stages').waitFor();
}

/** Lets the server move the records of a case, and waits for the news. */
async function transferOnServer(name: Case, hook?: StepHook): Promise<string> {
  const end = await scene.office.server.data.runTransfer(cases.request(name).id, hook);
  await scene.officer.syncNow();
  return end;
}

const reached = () => scene.page.locator('.transfer-stages li[data-reached="true"]');

interface Line {
  title: string;
  cells: string[];
  verdict: string;
}

async function shownLines(): Promise<Line[]> {
  return scene.page.locator('.reconciliation tr[data-verdict]').evaluateAll((rows) =>
    rows.map((row) => ({
      title: row.querySelector('th')?.textContent.trim() ?? '',
      cells: [...row.querySelectorAll('.reconciliation-figure')].map((cell) => cell.textContent.trim()),
      verdict: row.getAttribute('data-verdict') ?? '',
    })),
  );
}

test('approved requests wait for the server, and nothing is said to have moved', async () => {
  const { officer, page, office } = scene;
  for (const name of ['whole', 'planted', 'failing'] as const) {
    await officer.open(cases.request(name).requestNo);
    await officer.decide('approve');
    await officer.seeRecorded('approve');
  }
  await officer.sealAll();
  await expect.poll(() => office.server.data.countDecisions('accepted'), { timeout: 60_000 }).toBe(3);
  await officer.syncNow();
  await openTransfer('whole');
  await page.getByText(officer.text('transfers', 'standing.waiting')).waitFor();
  expect(await reached().count()).toBe(1);
  expect(await page.locator('.reconciliation').count()).toBe(0);
});

const rupees = (paise: number) =>
  `₹${new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2 }).format(paise / 100)}`;

test('moved: every stage has its time, and each figure stands before beside after, to the paisa', async () => {
  const { officer, page } = scene;
  expect(await transferOnServer('whole')).toBe('completed');
  await page.getByText(officer.text('transfers', 'standing.intact')).waitFor();
  expect(await reached().count()).toBe(transferStages.length);
  for (const time of await page.locator('.transfer-stage-time').allTextContents())
    expect(time).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);

  const kiosk = kiosks.get(cases.request('whole').kioskCode);
  if (!kiosk) throw new Error('The seed has no such kiosk');
  const lines = await shownLines();
  const line = (item: string) =>
    lines.find(({ title }) => title === officer.text('transfers', `items.${item}`));
  for (const [item, amount] of [
    ['wallet', balance.wallet],
    ['advance', balance.advance],
    ['credit-limit', balance.creditLimit],
    ['dues', balance.dues],
    ['tds', balance.tds],
    ['security', balance.security],
  ] as const) {
    expect(line(item), item).toMatchObject({
      cells: [rupees(amount), rupees(amount), rupees(0)],
      verdict: 'same',
    });
  }
  const services = kiosk.history.reduce((sum, { count }) => sum + count, 0);
  const total = new Intl.NumberFormat('en-IN').format(services);
  expect(line('service-total')?.cells).toEqual([total, total, '0']);
  expect(line('login')?.cells.slice(0, 2)).toEqual([kiosk.loginId, kiosk.loginId]);
  expect(line('kiosk-code')).toMatchObject({ cells: [kiosk.code, 'K999000001', '–'], verdict: 'expected' });
  expect(line('old-id-inactive')?.cells[1]).toBe(officer.text('transfers', 'yes'));
  expect(line('new-id-active')?.cells[1]).toBe(officer.text('transfers', 'yes'));
  expect(lines.filter(({ verdict }) => verdict === 'differs')).toEqual([]);
  expect(await rawTexts(page)).toEqual([]);
  expect(await seriousViolations(page)).toEqual([]);
});

test('what people still have to do is ticked off with a note, and the server has it', async () => {
  const { officer, page, office } = scene;
  await openTransfer('whole');
  const items = page.locator('.transfer-follow-ups li');
  const kinds = ['banner-logo', 'tell-operator', 'dues'];
  expect(await page.locator('.transfer-follow-up-title').allTextContents()).toEqual(
    kinds.map((kind) => officer.text('transfers', `followUps.${kind}.title`)),
  );
  await items.first().getByRole('button').click();
  await officer.dialog.getByRole('textbox').fill('नमूना: बैनर का फोटो देखा');
  await officer.dialog.getByRole('button', { name: officer.text('transfers', 'followUps.record') }).click();
  await page
    .locator('.transfer-follow-ups li[data-done="true"]')
    .getByText('नमूना: बैनर का फोटो देखा')
    .waitFor();
  await expect
    .poll(async () =>
      (await office.server.data.transfer(cases.request('whole').id))?.acts.map(({ act }) => act),
    )
    .toEqual([{ kind: 'follow-up-done', followUp: 'banner-logo', note: 'नमूना: बैनर का फोटो देखा' }]);
});

/** One paisa and one service are lost on the way. */
const lose: StepHook = async (step, database) => {
  if (step !== 'ids-switched') return;
  const code = cases.request('planted').kioskCode;
  await database
    .updateTable('balances')
    .set({ wallet: balance.wallet - 1 })
    .where('kiosk_code', '=', code)
    .execute();
  const first = kiosks.get(code)?.history[0];
  if (!first) throw new Error('The kiosk has no history');
  await database
    .updateTable('service_history')
    .set({ count: first.count - 1 })
    .where('kiosk_code', '=', code)
    .where('service', '=', first.service)
    .where('month', '=', first.month)
    .execute();
};

const reason = 'नमूना: एक पैसे और एक सेवा का अन्तर, एलएसपी से पूछा गया';

test('a paisa and a service that are missing are found; taken note of only with a reason, also without a link', async () => {
  const { officer, page, office } = scene;
  expect(await transferOnServer('planted', lose)).toBe('completed');
  await openTransfer('planted');
  await page.getByText(officer.text('transfers', 'standing.differences_other', { count: 3 })).waitFor();
  const differing = (await shownLines()).filter(({ verdict }) => verdict === 'differs');
  expect(differing.map(({ cells }) => cells[2]).sort()).toEqual(['−1', '−1', '−₹0.01']);

  await office.link.cut();
  await officer.button('transfers', 'acknowledge.all_other', { count: 3 }).click();
  const confirm = officer.dialog.getByRole('button', {
    name: officer.text('transfers', 'acknowledge.confirm'),
  });
  await confirm.click();
  await officer.dialog.getByText(officer.text('transfers', 'acknowledge.reasonMissing')).waitFor();
  await officer.dialog.getByRole('textbox').fill(reason);
  await confirm.click();
  await officer.dialog.waitFor({ state: 'detached' });
  await page.getByText(officer.text('transfers', 'standing.acknowledged_other', { count: 3 })).waitFor();
  await page.getByText(officer.text('transfers', 'acts.unsent_one', { count: 1 })).waitFor();
});

test('a power cut loses nothing of it; with the link the server has it once', async () => {
  await scene.restart('kill9');
  const { officer, page, office } = scene;
  await officer.signIn();
  await officer.seeQueue();
  await openTransfer('planted');
  await page.locator('.transfer-acts').getByText(reason).waitFor();
  expect((await office.server.data.transfer(cases.request('planted').id))?.acts).toEqual([]);
  await office.link.restore();
  await officer.syncNow();
  await page.getByText(officer.text('transfers', 'acts.allSent')).waitFor({ timeout: 60_000 });
  const acts = (await office.server.data.transfer(cases.request('planted').id))?.acts ?? [];
  expect(acts.map(({ act }) => (act.kind === 'acknowledge' ? [act.lines.length, act.reason] : []))).toEqual([
    [3, reason],
  ]);
});

test('a transfer that could not be done says why and what to do; done after all, it reconciles', async () => {
  const { officer, page } = scene;
  expect(await transferOnServer('failing')).toBe('failed');
  await openTransfer('failing');
  const why = officer.text('transfers', 'failures.current-lsp-differs.title');
  await page.getByText(officer.text('transfers', 'standing.failedWhy', { why })).waitFor();
  await page.getByText(officer.text('transfers', 'failures.current-lsp-differs.advice')).waitFor();
  expect(await page.locator('.reconciliation').count()).toBe(0);
  const putRight: StepHook = async (step, database) => {
    if (step !== 'transfer-locked') return;
    const { kioskCode } = cases.request('failing');
    await database.updateTable('kiosks').set({ lsp_id: 'lsp-02' }).where('code', '=', kioskCode).execute();
  };
  expect(await transferOnServer('failing', putRight)).toBe('completed');
  await page.getByText(officer.text('transfers', 'standing.intact')).waitFor({ timeout: 30_000 });
});

test('the other PC of the office sees the same: figures, reason, and who gave it', async () => {
  second = await driveDesk({ serverUrl: scene.office.link.url, isDemo: true });
  second.page.setDefaultTimeout(15_000);
  const other = new Officer(second.page);
  await other.enrol(scene.office.freshCode());
  await other.keepRecoveryKey();
  await other.seeQueue();
  await other.seeSync('complete');
  await openTransfer('planted', other);
  await second.page.getByText(other.text('transfers', 'standing.acknowledged_other', { count: 3 })).waitFor();
  const act = second.page.locator('.transfer-acts li').filter({ hasText: reason });
  expect(await act.textContent()).toContain('नीलम राठौड़ (नमूना)');
});
