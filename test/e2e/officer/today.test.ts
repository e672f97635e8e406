import { expect, test } from 'vitest';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { MigrationWindow } from '../../../shared/domain/master.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { addDays } from '../../central-server/seed/days.ts';
import { demoHolidays } from '../../central-server/seed/demo-holidays.ts';
import type { SeedRows } from '../../central-server/start.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { officeDistrict } from '../../support/e2e/office.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { rawTexts, seriousViolations } from '../../support/e2e/screen-faults.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import { goToPart, type Part } from '../../support/officer/screens.ts';
import { pdfWords } from '../../support/paper/read-pdf.ts';
import { holidaysOf, standing } from '../../support/report/count-by-hand.ts';

const today = indiaDate(Date.now());
const dmy = (date: string) => date.split('-').reverse().join('/');
/** Late on every day of the year, whatever holidays lie before it. */
const long = { change: (request: MigrationRequest) => ({ ...request, receivedOn: addDays(today, -70) }) };
const cases = sampleCases({
  decided: { change: passing },
  late1: long,
  late2: long,
  late3: long,
  late4: long,
});

/** The open window closes far from today, so that the server's news is the only news. */
function quietWindows(seed: SeedRows): SeedRows {
  const items = seed.items.map((item) => {
    if (item.id !== 'window-current') return item;
    return { ...item, body: { ...(item.body as MigrationWindow), to: addDays(today, 60) } };
  });
  return cases.shape({ ...seed, items });
}

const scene = useScene({ hasScans: false, requests: 120, shape: quietWindows });

const parts: Part[] = ['today', 'queue', 'status', 'transfers', 'outbox', 'reports', 'office', 'settings'];
const notices = () => scene.page.locator('.window-notice');

async function tell(from: string, to: string): Promise<void> {
  const order = { orderNo: 'नमूना/विंडो/नई', orderDate: from, asOf: today };
  const body = { id: 'window-new', from, to, ...order };
  await scene.office.server.data.putItem({ kind: 'window', id: 'window-new', districtId: null, body });
  await scene.officer.syncNow();
}

async function wordsOfPrint(): Promise<string> {
  const { page } = scene;
  const made = await callDesk(page, 'paper.make', { paper: { kind: 'day-summary' }, language: 'hi' });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const read = async (url: string) => [...new Uint8Array(await (await fetch(url)).arrayBuffer())];
  return pdfWords(new Uint8Array(await page.evaluate(read, made.value.url))).join(' ');
}

/** Waits for the one notice of a kind, and looks for it on every screen and on the print. */
async function seeEverywhere(kind: string, from: string, to: string): Promise<void> {
  const { officer } = scene;
  const sentence = officer.text('today', `notice.${kind}`, { from: dmy(from), to: dmy(to) });
  await notices().getByText(sentence).waitFor({ timeout: 30_000 });
  for (const part of parts) {
    await goToPart(officer, part);
    expect(await notices().getByText(sentence).isVisible(), part).toBe(true);
    expect(await notices().textContent(), part).toContain('नमूना/विंडो/नई');
  }
  const print = await wordsOfPrint();
  expect(print).toContain('नमूना/विंडो/नई');
  expect(print).toContain(dmy(kind === 'opened' ? from : to));
}

async function dismiss(): Promise<void> {
  await notices().first().getByRole('button').click();
  await expect.poll(() => notices().count()).toBe(0);
}

test('a window that opens is told on every screen and on the print, until it is seen; a restart brings it not back', async () => {
  expect(await notices().count()).toBe(0);
  const [from, to] = [today, addDays(today, 45)];
  await tell(from, to);
  await seeEverywhere('opened', from, to);
  await dismiss();
  await scene.restart('kill9');
  await scene.officer.signIn();
  await scene.officer.seeQueue();
  await goToPart(scene.officer, 'today');
  await scene.page.locator('.late-table').waitFor();
  expect(await notices().count()).toBe(0);
});

test('a date that moves is news again, and so is the end', async () => {
  const from = addDays(today, -20);
  await tell(from, today);
  await seeEverywhere('closes-soon', from, today);
  await dismiss();
  const ended = addDays(today, -1);
  await tell(from, ended);
  await seeEverywhere('closed', from, ended);
  await dismiss();
});

test('the late list holds what a count by hand calls late, the latest first, each with its days', async () => {
  const { officer, page, office } = scene;
  await goToPart(officer, 'today');
  const holidays = holidaysOf(demoHolidays(today), officeDistrict);
  const late = (await office.requests()).flatMap((request) => {
    const days = standing(request, { today, holidays })?.days ?? 0;
    return days > 15 ? [{ no: request.requestNo, code: request.kioskCode, days: days - 15 }] : [];
  });
  expect(late.length).toBeGreaterThan(3);
  const rows = page.locator('.late-table tbody tr');
  await expect.poll(() => rows.count()).toBe(late.length);
  const shown = await rows.evaluateAll((all) =>
    all.map((row) => ({
      no: row.querySelector('button')?.textContent ?? '',
      code: row.querySelector('.muted')?.textContent ?? '',
      days: Number(row.querySelector('.late-days')?.textContent),
    })),
  );
  const sorted = (list: typeof late) => list.toSorted((a, b) => b.days - a.days || (a.no < b.no ? -1 : 1));
  expect(shown).toEqual(sorted(late));
  const print = await wordsOfPrint();
  for (const { no } of late) expect(print).toContain(no);
  expect(await rawTexts(page)).toEqual([]);
  expect(await seriousViolations(page)).toEqual([]);
});

test('arrow keys go through the late list, and Enter opens the review of the one that has the focus', async () => {
  const { officer, page } = scene;
  await goToPart(officer, 'today');
  await page.locator('.late-table button[data-row="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const third = page.locator('.late-table tbody tr').nth(2);
  expect(await third.locator('button').evaluate((button) => button === document.activeElement)).toBe(true);
  const code = (await third.locator('.muted').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await page.locator('.review-head-title').waitFor();
  expect(await page.locator('.review-head-title').textContent()).toContain(code);
});

const figure = async (title: string, label: string) => {
  const box = scene.page
    .locator('.figures')
    .filter({ has: scene.page.getByRole('heading', { name: title, exact: true }) });
  const line = box.locator('.figure').filter({ has: scene.page.getByText(label, { exact: true }) });
  return Number(await line.locator('dd').textContent());
};

test('the counts are those of the queue and of the outbox, and follow a decision at once', async () => {
  const { officer, page, office } = scene;
  const work = (label: string) =>
    figure(officer.text('today', 'work.title'), officer.text('today', `work.${label}`));
  const requests = await office.requests();
  const count = (...statuses: string[]) => requests.filter(({ status }) => statuses.includes(status)).length;
  await officer.goTo('queue');
  const piles = page.locator('.queue-pile-count');
  await expect.poll(() => piles.first().textContent()).toBe(String(count('pending')));
  expect(await piles.nth(1).textContent()).toBe(String(count('returned', 'on-hold')));
  await goToPart(officer, 'today');
  await expect.poll(() => work('toDo')).toBe(count('pending'));
  expect(await work('waiting')).toBe(count('returned', 'on-hold'));
  expect(await work('receivedToday')).toBe(requests.filter(({ receivedOn }) => receivedOn === today).length);

  await officer.open(cases.request('decided').requestNo);
  await officer.decide('approve');
  await officer.seeRecorded('approve');
  await goToPart(officer, 'today');
  await expect.poll(() => work('toDo')).toBe(count('pending') - 1);
  const decided = officer.text('today', 'decided.title');
  expect(await figure(decided, officer.text('common', 'outcomeDone.approve'))).toBe(1);
  expect(await figure(officer.text('today', 'outbox.title'), officer.text('today', 'outbox.undoable'))).toBe(
    1,
  );
});
