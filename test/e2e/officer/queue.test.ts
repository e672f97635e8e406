import { expect, test } from 'vitest';
import { calendarFor } from '../../../shared/domain/calendar.ts';
import { districtId } from '../../../shared/domain/ids.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { pileOfStatus, type Pile } from '../../../shared/domain/slim-row.ts';
import { dueDates } from '../../../shared/domain/working-days.ts';
import { demoHolidays } from '../../central-server/seed/demo-holidays.ts';
import { officeDistrict } from '../../support/e2e/office.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { backToQueue } from '../../support/officer/reviewing.ts';

const cases = sampleCases({ moves: { change: passing }, quick: { change: passing } });
const scene = useScene({ hasScans: false, requests: 60, shape: cases.shape });

const shownCodes = () => scene.page.locator('.queue-row [data-column="kioskCode"]').allTextContents();
const countOf = async (pile: Pile) => {
  const place = ['to-do', 'waiting', 'done'].indexOf(pile);
  return Number(await scene.page.locator('.queue-pile-count').nth(place).textContent());
};
const rowsSaid = async () =>
  Number.parseInt((await scene.page.locator('.queue-count').textContent()) ?? '', 10);
const pending = async () => (await scene.office.requests()).filter(({ status }) => status === 'pending');

async function search(text: string): Promise<void> {
  const box = scene.page.locator('.queue-search input');
  await box.fill('');
  await box.pressSequentially(text);
}

test('the piles hold what the server says, and the first is sorted by due date', async () => {
  const requests = await scene.office.requests();
  const inPile = (pile: Pile) => requests.filter(({ status }) => pileOfStatus(status) === pile).length;
  await expect.poll(() => countOf('to-do')).toBe(inPile('to-do'));
  expect(await countOf('waiting')).toBe(inPile('waiting'));
  expect(await countOf('done')).toBeLessThanOrEqual(inPile('done'));

  const today = indiaDate(Date.now());
  const calendar = calendarFor(demoHolidays(today), districtId.parse(officeDistrict));
  const dueOf = new Map(
    (await pending()).map((request) => [
      request.kioskCode,
      dueDates(request.receivedOn, request.pauses, calendar, today).day15,
    ]),
  );
  const shown = (await shownCodes()).map((code) => dueOf.get(code) ?? 'not of this pile');
  expect(shown.length).toBeGreaterThan(5);
  expect(shown).toEqual([...shown].sort());
});

const devanagari = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(0x0966 + Number(digit))).replace(/^K/, 'के ');
const searches: [string, (request: MigrationRequest) => string][] = [
  ['the kiosk code', ({ kioskCode }) => kioskCode],
  ['the kiosk code in Devanagari', ({ kioskCode }) => devanagari(kioskCode)],
  ['the applicant’s Hindi name', ({ applicant }) => applicant.name.hi.split(' ')[0] ?? ''],
  ['the applicant’s Roman name', ({ applicant }) => (applicant.name.en.split(' ')[0] ?? '').toLowerCase()],
  ['the beginning of the request number', ({ requestNo }) => requestNo.slice(0, -1)],
];
test.each(searches)('a request is found by %s as it is typed', async (_, wordsFor) => {
  const request = (await pending()).find(({ kioskCode }) => kioskCode.startsWith('K'));
  if (!request) throw new Error('No request with such a code is pending');
  await search(wordsFor(request));
  await expect.poll(shownCodes).toContain(request.kioskCode);
  await expect.poll(rowsSaid).toBeLessThan(await countOf('to-do'));
  await search('');
  await expect.poll(rowsSaid).toBe(await countOf('to-do'));
});

test('Enter right after typing opens what was typed, not what was selected before', async () => {
  const { officer, page } = scene;
  const { requestNo, kioskCode } = cases.request('quick');
  await page.locator('.queue-row').first().click();
  await page.keyboard.press('/');
  await page.keyboard.insertText(requestNo);
  await page.keyboard.press('Enter');
  await page.locator('.review-head-title').waitFor();
  expect(await page.locator('.review-head-title').textContent()).toContain(kioskCode);
  await backToQueue(officer);
  await search('');
});

test('a filter shows as many as the server has, and clearing it shows all', async () => {
  const { officer, page } = scene;
  const rural = (await pending()).filter(({ area }) => area === 'rural').length;
  await page
    .locator('.queue-filter')
    .filter({ hasText: officer.text('queue', 'filters.area') })
    .getByRole('button')
    .click();
  await page.getByRole('option', { name: officer.text('queue', 'area.rural') }).click();
  await expect.poll(rowsSaid).toBe(rural);
  await page.getByRole('button', { name: officer.text('queue', 'filters.clear') }).click();
  await expect.poll(rowsSaid).toBe((await pending()).length);
});

test('coming back keeps the selection; deciding moves the request to its pile, and the next takes its place', async () => {
  const { officer, page } = scene;
  const { requestNo, kioskCode } = cases.request('moves');
  const before = { toDo: await countOf('to-do'), done: await countOf('done') };
  await officer.open(requestNo);
  await backToQueue(officer);
  await search('');
  const selected = page.locator('.queue-row[aria-selected="true"] [data-column="kioskCode"]');
  await expect.poll(() => selected.textContent()).toBe(kioskCode);
  const codes = await shownCodes();
  const following = codes[codes.indexOf(kioskCode) + 1];

  await page.locator('.queue-row[aria-selected="true"]').dblclick();
  await page.locator('.review-head-title').waitFor();
  await officer.decide('approve');
  await officer.seeRecorded('approve');
  await backToQueue(officer);
  await expect.poll(() => countOf('to-do')).toBe(before.toDo - 1);
  expect(await countOf('done')).toBe(before.done + 1);
  expect(await shownCodes()).not.toContain(kioskCode);
  if (following !== undefined) await expect.poll(() => selected.textContent()).toBe(following);
  await page.keyboard.press('3');
  await expect.poll(shownCodes).toContain(kioskCode);
  await page.keyboard.press('1');
});
