import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linkText } from '../../../shared/domain/decision.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';
import english from '../../../shared/locales/en/paper.json' with { type: 'json' };
import hindi from '../../../shared/locales/hi/paper.json' with { type: 'json' };
import { isSigned, sha256 } from '../../central-server/signatures.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { failingTwo, passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import { fetchPaper } from '../../support/officer/papers.ts';
import { goToPart } from '../../support/officer/screens.ts';
import { proofParts, readCode } from '../../support/paper/read-code.ts';
import { pdfInfo, pdfWords } from '../../support/paper/read-pdf.ts';

const cases = sampleCases({
  // Its LSPs stay those of the server's kiosk, or its records could not be moved.
  override: {
    fits: ({ record }) => record !== null,
    change: (request) => ({
      ...failingTwo(request),
      currentLspId: request.currentLspId,
      targetLspId: request.targetLspId,
    }),
  },
  reject: { change: passing },
  return: { change: passing },
  hold: { change: passing },
  contested: { change: passing },
});
type Name = Parameters<typeof cases.request>[0];

const folder = mkdtempSync(join(tmpdir(), 'desk-test-papers-'));
beforeAll(() => {
  process.env['DESK_TEST_SAVE_DIR'] = folder;
});
afterAll(() => {
  delete process.env['DESK_TEST_SAVE_DIR'];
  rmSync(folder, { recursive: true, force: true });
});
const scene = useScene({ hasScans: false, requests: 40, shape: cases.shape });

async function item(name: Name): Promise<OutboxItem> {
  const answer = await callDesk(scene.page, 'outbox.decisions', { state: null, limit: 500 });
  if (!answer.ok) throw new Error(answer.error.kind);
  const { requestNo } = cases.request(name);
  const found = answer.value.find((each) => each.requestNo === requestNo);
  if (!found) throw new Error(`The outbox does not have ${requestNo}`);
  return found;
}

async function orderNo(name: Name): Promise<string> {
  const { orderNo: number } = await item(name);
  if (number === null) throw new Error(`${name} has no number`);
  return number;
}

const paper = () => scene.page.locator('.paper');

async function openOrder(name: Name): Promise<void> {
  await scene.officer.goTo('outbox');
  const label = scene.officer.text('outbox', 'order.showOf', { orderNo: await orderNo(name) });
  await scene.page.getByRole('button', { name: label }).click();
  await paper().locator('canvas[data-drawn=true]').first().waitFor();
}

async function closePaper(): Promise<void> {
  await scene.page.keyboard.press('Escape');
  await paper().waitFor({ state: 'detached' });
}

/** Presses save, and reads what lies in the folder then. */
async function saved(): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { officer, page } = scene;
  const before = new Set(readdirSync(folder));
  await officer.button('papers', 'save').click();
  const says = paper().locator('.paper-outcome');
  await says.getByText(officer.text('papers', 'outcome.saved', { fileName: '' }).trim()).waitFor();
  const fileName = (await says.innerText()).split(' ').at(-1) ?? '';
  expect(before.has(fileName) || readdirSync(folder).includes(fileName)).toBe(true);
  await page.locator('.paper').waitFor();
  return { fileName, bytes: readFileSync(join(folder, fileName)) };
}

const saying = (bytes: Uint8Array) => pdfWords(bytes).join(' ');
/** A sentence up to its first value. */
const beginning = (text: string) => (text.split('{{')[0] ?? '').trim();

test('without a link: an approval against two conditions becomes an order whose code proves both signatures', async () => {
  const { officer, page, office } = scene;
  await office.link.cut();
  await officer.syncNow();
  await officer.seeSync('offline');
  const request = cases.request('override');
  await officer.open(request.requestNo);
  await officer.decide('approve', 'नमूना: अभिलेख देखे गए');
  await officer.seeRecorded('approve');
  await officer.goTo('outbox');
  const row = officer.outboxRow(request.requestNo);
  await row.waitFor();
  expect(await row.getByText(officer.text('outbox', 'order.show'), { exact: true }).count()).toBe(0);
  const unsealed = { kind: 'order', decisionId: (await item('override')).decisionId } as const;
  expect(await callDesk(page, 'paper.make', { paper: unsealed, language: 'hi' })).toEqual({
    ok: false,
    error: { kind: 'no-order-yet' },
  });

  await officer.sealAll();
  await row.getByText(officer.text('outbox', 'order.receiptPending')).waitFor();
  await openOrder('override');
  const { fileName, bytes } = await saved();
  const number = await orderNo('override');
  expect(fileName).toBe(`order-${number.replaceAll('/', '-')}-hi.pdf`);
  const text = saying(bytes);
  for (const words of [
    ...[number, request.requestNo, request.kioskCode, hindi.order.title.approve, hindi.order.overrides],
    ...[beginning(hindi.order.receiptPending), 'नमूना: अभिलेख देखकर स्वीकृत', 'नमूना: अभिलेख देखे गए'],
  ]) {
    expect(text).toContain(words);
  }
  expect(pdfInfo(bytes).get('Title')).toBe(`${hindi.order.title.approve} ${number}`);

  const proof = proofParts(await readCode(bytes));
  const { deviceId } = await device();
  const keys = await office.server.data.deviceKeys(deviceId);
  expect(proof).toMatchObject({
    version: 'DESK1',
    orderNo: number,
    decisionId: unsealed.decisionId,
    receipt: null,
  });
  expect(isSigned(linkText(proof.link), proof.deviceSignature, keys.device)).toBe(true);
  expect(isSigned(linkText({ ...proof.link, sequence: 2 }), proof.deviceSignature, keys.device)).toBe(false);
  await closePaper();
});

test('with the link back the reprint shows the receipt, and its code the server’s signature', async () => {
  const { officer, office } = scene;
  await office.link.restore();
  await officer.syncNow();
  await expect.poll(async () => (await item('override')).state, { timeout: 60_000 }).toBe('accepted');
  await openOrder('override');
  const { bytes } = await saved();
  const text = saying(bytes);
  expect(text).toContain(beginning(hindi.order.receipt));
  expect(text).not.toContain(beginning(hindi.order.receiptPending));

  const { decisionId } = await item('override');
  const onServer = await office.server.data.decision(decisionId);
  if (!onServer?.sealed || !onServer.receipt) throw new Error('The server has not taken it');
  const proof = proofParts(await readCode(bytes));
  const keys = await office.server.data.deviceKeys(onServer.deviceId);
  expect(proof.contentHash).toBe(sha256(onServer.sealed.content));
  expect(isSigned(onServer.sealed.content, proof.officerSignature, keys.officer)).toBe(true);
  expect(isSigned(linkText(proof.link), proof.deviceSignature, keys.device)).toBe(true);
  expect(proof.receipt?.textHash).toBe(sha256(onServer.receipt.text));
  const { receiptKey } = office.server.data;
  expect(isSigned(onServer.receipt.text, proof.receipt?.signature ?? '', receiptKey)).toBe(true);
  expect(isSigned(`${onServer.receipt.text} `, proof.receipt?.signature ?? '', receiptKey)).toBe(false);
  expect(text).toContain(String(proof.receipt?.sequence));
});

test('printing says that it was printed, and what was printed is the order', async () => {
  const { officer } = scene;
  await officer.button('papers', 'print').click();
  await paper().getByText(officer.text('papers', 'outcome.printed')).waitFor();
  const file = readdirSync(folder).find((name) => name.startsWith('printed-'));
  expect(file).toBeDefined();
  const printed = pdfInfo(readFileSync(join(folder, file ?? '')));
  expect(printed.get('Page size')).toContain('A4');
  await closePaper();
});

test.each(['reject', 'return'] as const)(
  '%s: an order in each language, with its reason and remark',
  async (name) => {
    const { officer } = scene;
    await officer.open(cases.request(name).requestNo);
    await officer.decide(name, `नमूना टिप्पणी ${name}`);
    await officer.seeRecorded(name);
    await officer.sealAll();
    await expect.poll(async () => (await item(name)).orderNo, { timeout: 20_000 }).not.toBeNull();
    await openOrder(name);
    for (const [language, words, label] of [
      ['hi', hindi, 'hi'],
      ['en', english, 'en'],
    ] as const) {
      const radio = paper().getByText(officer.text('papers', `languages.${label}`), { exact: true });
      await radio.click();
      await paper().locator('canvas[data-drawn=true]').first().waitFor();
      const { fileName, bytes } = await saved();
      expect(fileName).toMatch(new RegExp(`-${language}\\.pdf$`));
      const text = saying(bytes);
      for (const wanted of [words.order.title[name], words.order.reasons[name], `नमूना टिप्पणी ${name}`]) {
        expect(text).toContain(wanted);
      }
      expect(text).toContain(await orderNo(name));
    }
    await closePaper();
  },
);

test('a hold has a number in the register and no order', async () => {
  const { officer, page } = scene;
  const { requestNo } = cases.request('hold');
  await officer.open(requestNo);
  await officer.decide('hold', 'नमूना: प्रतीक्षा');
  await officer.seeRecorded('hold');
  await officer.sealAll();
  const row = officer.outboxRow(requestNo);
  await expect.poll(async () => (await item('hold')).orderNo, { timeout: 20_000 }).not.toBeNull();
  await row.getByText(await orderNo('hold')).waitFor();
  expect(await row.getByText(officer.text('outbox', 'order.show'), { exact: true }).count()).toBe(0);
  const order = { kind: 'order', decisionId: (await item('hold')).decisionId } as const;
  expect(await callDesk(page, 'paper.make', { paper: order, language: 'hi' })).toEqual({
    ok: false,
    error: { kind: 'no-order-yet' },
  });
});

test('a contested decision: its order says that it is void, and the register of the day lists every number', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('contested');
  await office.link.cut();
  await officer.syncNow();
  await officer.seeSync('offline');
  await officer.open(request.requestNo);
  await officer.decide('approve', 'नमूना: बिना नेटवर्क के');
  await officer.seeRecorded('approve');
  await office.server.data.changeRequest(request.id, (before) => ({ ...before, status: 'rejected' }));
  await officer.sealAll();
  await office.link.restore();
  await officer.syncNow();
  await expect.poll(async () => (await item('contested')).state, { timeout: 60_000 }).toBe('conflicted');

  await openOrder('contested');
  const order = saying((await saved()).bytes);
  for (const words of [hindi.order.void, hindi.order.voidMark, hindi.voidWhy['already-decided']]) {
    expect(order).toContain(words);
  }
  expect(order).not.toContain(beginning(hindi.order.receiptPending));
  await closePaper();

  await officer.button('outbox', 'register.open').click();
  await officer.button('outbox', 'register.make').click();
  await paper().locator('canvas[data-drawn=true]').first().waitFor();
  const { fileName, bytes } = await saved();
  expect(fileName).toContain(indiaDate(Date.now()));
  const register = pdfWords(bytes);
  for (const name of ['override', 'reject', 'return', 'hold', 'contested'] as const) {
    expect(register).toContain(await orderNo(name));
    expect(register).toContain(cases.request(name).requestNo);
  }
  expect(register.join(' ')).toContain(hindi.voidWhy['already-decided']);
  await closePaper();
  expect(existsSync(join(folder, fileName))).toBe(true);
  expect(await page.locator('.paper').count()).toBe(0);
});

test('after the server’s transfer the reconciliation is on paper, in both languages', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('override');
  expect(await office.server.data.runTransfer(request.id)).toBe('completed');
  await officer.syncNow();
  await goToPart(officer, 'transfers');
  await page.getByText(request.kioskCode).first().waitFor();
  const made = async (language: 'hi' | 'en') =>
    saying((await fetchPaper(page, { kind: 'reconciliation', requestId: request.id }, language)).bytes);
  const transfer = await office.server.data.transfer(request.id);
  for (const [language, words] of [
    ['hi', hindi],
    ['en', english],
  ] as const) {
    await expect.poll(() => made(language), { timeout: 20_000 }).toContain(words.reconciliation.title);
    const text = await made(language);
    expect(text).toContain(request.kioskCode);
    expect(text).toContain(transfer?.newKioskCode ?? request.kioskCode);
    expect(text).toContain(words.reconciliation.item.wallet);
  }
});

async function device(): Promise<{ deviceId: string }> {
  const [first] = await scene.office.server.data.devices();
  if (!first) throw new Error('No device is enrolled');
  return { deviceId: first.id };
}
