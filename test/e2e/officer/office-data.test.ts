import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lsp, lspFigures } from '../../../shared/domain/master.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { Settings } from '../../../shared/ipc/contract.ts';
import type { PaperWish } from '../../../shared/ipc/views/paper.ts';
import type { SeedRows } from '../../central-server/start.ts';
import { acceptedOnServer } from '../../support/e2e/accepted-on-server.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { officeDistrict } from '../../support/e2e/office.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { clippedTexts } from '../../support/fake-bridge/clipped-texts.ts';
import { rawTexts, seriousViolations } from '../../support/e2e/screen-faults.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import { addOwn, ownRow, removeOwn, showTab, tableRows } from '../../support/officer/office-data.ts';
import { backToQueue, factOf } from '../../support/officer/reviewing.ts';
import { choose, fieldNamed, goToPart } from '../../support/officer/screens.ts';
import { pdfWords } from '../../support/paper/read-pdf.ts';
import { aadhaarLikeNumber } from '../../support/samples/aadhaar-like.ts';

/** Received on Thursday 1 October 2026; Friday the 2nd is Gandhi Jayanti. */
function inOctober(request: MigrationRequest): MigrationRequest {
  return { ...passing(request), receivedOn: '2026-10-01', applicationDate: '2026-10-01', pauses: [] };
}

const cases = sampleCases({
  due: { change: inOctober },
  approve: { change: passing },
  figures: { change: passing },
});
let seeded: SeedRows | null = null;
const scene = useScene({
  hasScans: false,
  requests: 40,
  shape: (seed) => (seeded = cases.shape(seed)),
});

const dmy = (date: string) => date.split('-').reverse().join('/');

test('every kind of data says of which day it is and when it came', async () => {
  const { officer, page } = scene;
  const panel = await showTab(officer, 'overview');
  const rows = await tableRows(panel, officer.text('office', 'tab.overview'));
  const items = (seeded?.items ?? []).filter(
    ({ districtId }) => districtId === null || districtId === officeDistrict,
  );
  const kinds = [
    'rule-set',
    'window',
    'holiday-list',
    'reason-code',
    'district',
    'helpline',
    'signing-title',
    'lsp',
    'lsp-figures',
  ];
  for (const kind of kinds) {
    const mine = items.filter((item) => item.kind === kind);
    const newest =
      mine
        .map(({ body }) => (body as { asOf: string }).asOf)
        .sort()
        .at(-1) ?? '';
    const row = rows.find(([name]) => name === officer.text('office', `kind.${kind}`));
    expect(row?.slice(1, 3), kind).toEqual([String(mine.length), dmy(newest)]);
    expect(row?.[3]).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
    expect(row?.[4], kind).toBe(officer.text('office', 'current'));
  }
  for (const tab of ['rules', 'holidays', 'lsps', 'districts', 'texts', 'own'] as const) {
    const shown = await showTab(officer, tab);
    if (tab !== 'own') expect(await shown.locator('.as-of').count(), tab).toBeGreaterThan(0);
    expect(await rawTexts(page), tab).toEqual([]);
    expect(await seriousViolations(page), tab).toEqual([]);
    expect(await clippedTexts(page), tab).toEqual([]);
  }
});

test('every LSP stands with its figures in this district, what is not known in words, each with its day', async () => {
  const { officer } = scene;
  const panel = await showTab(officer, 'lsps');
  const rows = await tableRows(panel, officer.text('office', 'kind.lsp-figures'));
  const items = seeded?.items ?? [];
  const lsps = items.filter(({ kind }) => kind === 'lsp').map(({ body }) => lsp.parse(body));
  const figures = items
    .filter(({ kind, districtId }) => kind === 'lsp-figures' && districtId === officeDistrict)
    .map(({ body }) => lspFigures.parse(body));
  const unknown = officer.text('common', 'notKnown');
  const rollout = (complete: boolean | null) =>
    complete === null
      ? unknown
      : officer.text('office', complete ? 'figures.complete' : 'figures.incomplete');
  const expected = figures.map((one) => [
    lsps.find(({ id }) => id === one.lspId)?.name.hi ?? one.lspId,
    one.workingKiosks === null ? unknown : new Intl.NumberFormat('en-IN').format(one.workingKiosks),
    one.coordinator?.hi ?? (one.coordinatorKnown ? officer.text('office', 'figures.noCoordinator') : unknown),
    rollout(one.ruralRolloutComplete),
    rollout(one.urbanRolloutComplete),
    one.workStartedOn === null ? unknown : dmy(one.workStartedOn),
    dmy(one.asOf),
  ]);
  expect(expected.length).toBeGreaterThan(5);
  expect([...rows].sort()).toEqual(expected.sort());
});

async function seeDue(date: string): Promise<void> {
  const { officer, page } = scene;
  await goToPart(officer, 'queue');
  const { requestNo } = cases.request('due');
  await page.locator('.queue-search input, input.queue-search').first().fill(requestNo);
  const row = page.locator('.queue-row').filter({ hasText: requestNo });
  await expect.poll(() => row.locator('.queue-due-date').textContent()).toBe(date);
}

test('two local holidays move the due date, a third is refused in words, and removing them moves it back', async () => {
  const { officer, page } = scene;
  await seeDue('27/10/2026');
  await addOwn(officer, { kind: 'holiday', date: '05/10/2026', hi: 'नमूना मेला', en: 'Sample fair' });
  const [row] = [ownRow(officer, '05/10/2026')];
  await row.waitFor();
  expect(await row.textContent()).toContain('नीलम राठौड़ (नमूना)');
  expect(await row.textContent()).toMatch(/\d\d\/\d\d\/\d{4} \d\d:\d\d/);
  await seeDue('28/10/2026');
  await addOwn(officer, { kind: 'holiday', date: '06.10.2026', hi: 'नमूना उत्सव', en: '' });
  await ownRow(officer, '06/10/2026').waitFor();
  await seeDue('29/10/2026');
  await officer.open(cases.request('due').requestNo);
  expect(await factOf(officer, 'dates', 'due').textContent()).toContain('29/10/2026');
  await backToQueue(officer);

  await addOwn(officer, { kind: 'holiday', date: '07/10/2026', hi: 'नमूना तीसरा', en: '' });
  await page.getByText(officer.text('errors', 'too-many-local-holidays.title')).waitFor();
  await page.getByText(officer.text('errors', 'too-many-local-holidays.advice', { maximum: 2 })).waitFor();
  expect(await ownRow(officer, '07/10/2026').count()).toBe(0);
  await seeDue('29/10/2026');

  const shown = await showTab(officer, 'holidays');
  const rows = await tableRows(shown, officer.text('office', 'holiday.ofYear', { year: '2026' }));
  expect(
    rows.filter((one) => one[2] === officer.text('office', 'holiday.source.office')).map(([date]) => date),
  ).toEqual(['05/10/2026', '06/10/2026']);

  await scene.restart('kill9');
  await scene.officer.signIn();
  await scene.officer.seeQueue();
  await seeDue('29/10/2026');
  await removeOwn(scene.officer, '05/10/2026');
  await seeDue('28/10/2026');
  await removeOwn(scene.officer, '06/10/2026');
  await seeDue('27/10/2026');
});

test('a day that is a holiday already, no day at all, and an Aadhaar number are refused; what was typed stays', async () => {
  const { officer, page } = scene;
  await addOwn(officer, { kind: 'holiday', date: '02/10/2026', hi: 'नमूना', en: '' });
  await page.getByText(officer.text('errors', 'already-a-holiday.title')).waitFor();
  await page.getByText(officer.text('errors', 'already-a-holiday.advice', { date: '02/10/2026' })).waitFor();
  await addOwn(officer, { kind: 'holiday', date: '31/02/2026', hi: '', en: '' });
  await page.getByText(officer.text('common', 'dateFault.impossible')).waitFor();
  await page.getByText(officer.text('office', 'add.fault.missing')).waitFor();
  await addOwn(officer, { kind: 'holiday', date: '05/10/2026', hi: `नमूना ${aadhaarLikeNumber()}`, en: '' });
  await page.getByText(officer.text('errors', 'aadhaar-number-in-text.title')).first().waitFor();
  const form = page.locator('.office-own form');
  expect(await form.getByLabel(officer.text('office', 'column.date')).inputValue()).toBe('05/10/2026');
  expect(await page.locator('.office-own .master-table').count()).toBe(0);
});

async function paperOf(paper: PaperWish): Promise<{ words: string; pictures: number }> {
  const { page } = scene;
  const made = await callDesk(page, 'paper.make', { paper, language: 'hi' });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const bytes = new Uint8Array(
    await page.evaluate(
      async (url) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())],
      made.value.url,
    ),
  );
  return { words: pdfWords(bytes).join(' '), pictures: picturesIn(bytes) };
}

function picturesIn(pdf: Uint8Array): number {
  const folder = mkdtempSync(join(tmpdir(), 'desk-test-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdfimages', ['-list', file], { encoding: 'utf8' }).trim().split('\n').length - 2;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('helpline, letterhead, title and logo of the office stand on its papers; removed, they do not', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('approve');
  await officer.open(request.requestNo);
  await officer.decide('approve');
  await officer.seeRecorded('approve');
  await officer.sealAll();
  const row = officer.outboxRow(request.requestNo);
  await row.getByRole('button', { name: officer.text('outbox', 'receipt.show') }).waitFor();
  const { content } = await acceptedOnServer(office, request.id);
  const order: PaperWish = { kind: 'order', decisionId: content.id };
  const slip: PaperWish = { kind: 'status-slip', requestId: request.id };
  expect((await paperOf(order)).pictures).toBe(0);

  await addOwn(officer, { kind: 'helpline', hi: 'नमूना कार्यालय फोन', en: '', number: '0141-0000000' });
  await ownRow(officer, '0141-0000000').waitFor();
  await addOwn(officer, { kind: 'letterhead', hi: 'नमूना जिला सोसायटी\nनमूना भवन, द्वितीय तल', en: '' });
  await ownRow(officer, 'नमूना भवन').waitFor();
  await addOwn(officer, { kind: 'signing-title', hi: 'नमूना उप निदेशक', en: 'Sample Deputy Director' });
  await ownRow(officer, 'नमूना उप निदेशक').waitFor();
  const panel = page.locator('.office-own');
  await choose(officer, panel, officer.text('office', 'local.logo'));
  const file = page.locator('.logo-input');
  const add = panel.getByRole('button', { name: officer.text('office', 'add.button') });
  const picture = await samplePicture();
  for (const [name, buffer, fault] of [
    ['note.png', Buffer.from('not a picture'), 'not-a-picture'],
    ['cut-short.png', picture.subarray(0, picture.length - 30), 'not-a-picture'],
    ['huge.png', Buffer.concat([picture, Buffer.alloc(200_001)]), 'too-large'],
  ] as const) {
    await file.setInputFiles({ name, mimeType: 'image/png', buffer });
    await page.getByText(officer.text('office', `logo.${fault}`)).waitFor();
    expect(await add.isDisabled(), name).toBe(true);
  }
  await file.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture });
  await page.locator('.stack .logo-preview').waitFor();
  await add.click();
  await panel.locator('.master-table .logo-preview').waitFor();

  const { words, pictures } = await paperOf(order);
  expect(words).toContain('नमूना जिला सोसायटी नमूना भवन, द्वितीय तल');
  expect(words).toContain('नमूना उप निदेशक');
  expect(pictures).toBe(1);
  expect((await paperOf(slip)).words).toContain('0141-0000000');

  await removeOwn(officer, 'नमूना भवन');
  await removeOwn(officer, '0141-0000000');
  expect((await paperOf(order)).words).not.toContain('नमूना भवन');
  expect((await paperOf(slip)).words).not.toContain('0141-0000000');
});

/** Drawn by the window itself. */
async function samplePicture(): Promise<Buffer> {
  const bytes = await scene.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(120, 120);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas');
    for (let at = 0; at < 120; at += 4) {
      context.fillStyle = `rgb(${at * 2}, ${255 - at * 2}, 90)`;
      context.fillRect(at, 0, 4, 120);
    }
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
  });
  return Buffer.from(bytes);
}

const figureRules = [
  'lsp-20-kiosks',
  'lsp-coordinator',
  'lsp-rollout-rural',
  'lsp-rollout-urban',
  'lsp-3-months',
];

/** What the review says of the LSP's conditions, by result. */
async function figureResults(): Promise<Set<string | null>> {
  const { officer, page } = scene;
  await officer.open(cases.request('figures').requestNo);
  const lines = page.locator('.review-rule');
  const results = new Set<string | null>();
  for (const id of figureRules) {
    const title = page.getByText(officer.text('rules', `${id}.title`), { exact: true });
    results.add(await lines.filter({ has: title }).getAttribute('data-result'));
  }
  await backToQueue(officer);
  return results;
}

async function keepFiguresFor(days: number): Promise<void> {
  const { officer, page } = scene;
  await goToPart(officer, 'settings');
  const field = fieldNamed(
    page.locator('.screen'),
    officer.text('settings', 'fields.staleFiguresDays.label'),
  );
  await field.locator('input').first().fill(String(days));
  await page.keyboard.press('Tab');
  await officer.button('common', 'save').click();
  await page.getByText(officer.text('settings', 'saved')).first().waitFor();
  // The notice of the save before may still stand there.
  const kept = async () => {
    const answer = await callDesk(page, 'settings.read', undefined);
    return answer.ok && (answer.value satisfies Settings).staleFiguresDays;
  };
  await expect.poll(kept).toBe(days);
}

test('figures older than the setting make their conditions not known, never passed, and the office’s data says why', async () => {
  const { officer } = scene;
  expect(await figureResults()).toEqual(new Set(['pass']));
  await keepFiguresFor(1);
  expect(await figureResults()).toEqual(new Set(['unknown']));
  const rows = await tableRows(await showTab(officer, 'overview'), officer.text('office', 'tab.overview'));
  expect(rows.find(([name]) => name === officer.text('office', 'kind.lsp-figures'))?.[4]).toBe(
    officer.text('office', 'stale'),
  );
  await keepFiguresFor(45);
  expect(await figureResults()).toEqual(new Set(['pass']));
});
