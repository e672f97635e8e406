import { expect, test } from 'vitest';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { MasterFault } from '../../../shared/ipc/views/office.ts';
import { demoHolidays } from '../../central-server/seed/demo-holidays.ts';
import { demoLsps, demoRuleSet } from '../../central-server/seed/demo-master.ts';
import { addDays } from '../../central-server/seed/days.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { showTab } from '../../support/officer/office-data.ts';
import { ruleResults, rulesWith } from '../../support/officer/rule-results.ts';
import { words } from '../../support/officer/words.ts';
import { anotherRequest } from './support/decidable.ts';
import { seeSetAside } from './support/see-set-aside.ts';
import { speak } from './support/sentences.ts';
import { syncOnce } from './support/sync-once.ts';

const today = indiaDate(Date.now());
const dmy = (date: string) => date.split('-').reverse().join('/');

const cases = sampleCases({
  inside: { change: passing },
  outside: { change: (request) => ({ ...passing(request), applicationDate: addDays(today, -60) }) },
});
const scene = useScene({ requests: 40, hasScans: false, shape: cases.shape });

interface Item {
  kind: string;
  id: string;
  body: unknown;
  districtId?: string;
}

async function put(...items: Item[]): Promise<void> {
  const { data } = scene.office.server;
  for (const { districtId = null, ...item } of items) await data.putItem({ ...item, districtId });
  await syncOnce(scene.page);
}

async function remove(...items: Pick<Item, 'kind' | 'id'>[]): Promise<void> {
  for (const { kind, id } of items) await scene.office.server.data.removeItem(kind, id);
  await syncOnce(scene.page);
}

/** What the office's data says of a fault, in both languages, with what to do about it. */
async function seeFault(
  fault: MasterFault['fault'],
  subject: string,
  detail: (language: 'hi' | 'en') => string,
) {
  const { officer, page } = scene;
  await showTab(officer, 'overview');
  for (const language of ['hi', 'en'] as const) {
    await speak(page, language);
    const title = words(language, 'office', `fault.${fault}.title`, { subject, detail: detail(language) });
    const advice = words(language, 'office', `fault.${fault}.advice`);
    await page.locator('.office-faults .banner', { hasText: title }).filter({ hasText: advice }).waitFor();
  }
  await speak(page, 'hi');
}

async function faultCount(): Promise<number> {
  await showTab(scene.officer, 'overview');
  return scene.page.locator('.office-faults .banner').count();
}

let countAtFirst = 0;

test('with sound data every condition is met, or fails for a reason', async () => {
  const { officer } = scene;
  countAtFirst = await faultCount();
  expect(rulesWith(await ruleResults(officer, cases.request('inside').requestNo), 'pass')).toHaveLength(12);
  expect(rulesWith(await ruleResults(officer, cases.request('outside').requestNo), 'fail')).toEqual([
    'window',
  ]);
});

test('an LSP that vanished is named, and the conditions on it are not known', async () => {
  const { officer } = scene;
  await remove({ kind: 'lsp', id: 'lsp-01' });
  await showTab(officer, 'overview');
  await scene.page.locator('.office-faults').getByText('lsp-01').first().waitFor();
  expect(rulesWith(await ruleResults(officer, cases.request('inside').requestNo), 'unknown')).toEqual([
    'lsp-20-kiosks',
    'lsp-coordinator',
    'lsp-rollout-rural',
    'lsp-rollout-urban',
    'lsp-3-months',
  ]);
  const lsp = demoLsps(today).find(({ id }) => id === 'lsp-01');
  await put({ kind: 'lsp', id: 'lsp-01', body: lsp });
  expect(await faultCount()).toBe(countAtFirst);
});

const setRules = ['category-c', 'lsp-20-kiosks', 'lsp-3-months', 'max-3', 'fee'];

test.each([
  ['feesFall', { fees: [100_000, 50_000, 200_000] }],
  ['feesMissing', { fees: [50_000] }],
  ['noCategories', { categories: [] }],
  ['monthsImpossible', { minimumMonths: 5000 }],
])('a rule set that contradicts itself (%s) is named, and nothing is judged by it', async (fault, change) => {
  const { officer } = scene;
  const orderNo = `नमूना/बिगड़ा/${fault}`;
  const body = { ...demoRuleSet, id: 'rules-bad', orderNo, effectiveFrom: addDays(today, -200), ...change };
  await put({ kind: 'rule-set', id: 'rules-bad', body });
  await seeFault('rule-set-contradicts-itself', orderNo, (language) =>
    words(language, 'rules', `fault.${fault}`),
  );
  const unknown = rulesWith(await ruleResults(officer, cases.request('inside').requestNo), 'unknown');
  expect(unknown.toSorted()).toEqual(setRules.toSorted());
  await remove({ kind: 'rule-set', id: 'rules-bad' });
  expect(await faultCount()).toBe(countAtFirst);
});

test('two rule sets of one day that differ are both named, and neither is judged by', async () => {
  const { officer } = scene;
  const orderNo = 'नमूना/2024/नियम-2';
  await put({
    kind: 'rule-set',
    id: 'rules-2',
    body: { ...demoRuleSet, id: 'rules-2', orderNo, minimumKiosks: 30 },
  });
  await seeFault('rule-sets-contradict', demoRuleSet.orderNo, () => orderNo);
  const unknown = rulesWith(await ruleResults(officer, cases.request('inside').requestNo), 'unknown');
  expect(unknown.toSorted()).toEqual(setRules.toSorted());
  await remove({ kind: 'rule-set', id: 'rules-2' });
  expect(rulesWith(await ruleResults(officer, cases.request('inside').requestNo), 'unknown')).toEqual([]);
});

test('a window that ends before it begins holds no day, and nobody is outside while it stands', async () => {
  const { officer } = scene;
  const orderNo = 'नमूना/उलटी विंडो';
  const [from, to] = [addDays(today, -61), addDays(today, -65)];
  const body = { id: 'window-turned', from, to, orderNo, orderDate: from, asOf: today };
  await put({ kind: 'window', id: 'window-turned', body });
  await seeFault('window-ends-before-it-begins', orderNo, () => `${dmy(from)} – ${dmy(to)}`);
  expect((await ruleResults(officer, cases.request('outside').requestNo)).get('window')).toBe('unknown');
  expect((await ruleResults(officer, cases.request('inside').requestNo)).get('window')).toBe('pass');
  await remove({ kind: 'window', id: 'window-turned' });
  expect((await ruleResults(officer, cases.request('outside').requestNo)).get('window')).toBe('fail');
});

test('a holiday list of the wrong year is named; due dates carry a caveat until the right one comes', async () => {
  const { officer, page } = scene;
  const lists = demoHolidays(today).filter(({ districtId }) => districtId === null);
  const right = lists.find(({ year }) => year === Number(today.slice(0, 4))) ?? lists.at(-1);
  const other = lists.find(({ year }) => year !== right?.year);
  if (!right || !other) throw new Error('The seed has no two lists of the state');
  const item = { kind: 'holiday-list', id: `${right.year}-state` };
  await put({ ...item, body: { ...right, days: other.days.slice(0, 2) } });
  const days = other.days.slice(0, 2).map(({ date }) => dmy(date));
  await seeFault('holiday-outside-year', String(right.year), () => days.join(', '));
  await officer.goTo('queue');
  const caveat = officer.text('queue', 'due.unknownYears', { years: String(right.year) });
  await page.locator(`.queue-caveat[title="${caveat}"]`).first().waitFor();
  await put({ ...item, body: right });
  await officer.goTo('queue');
  await expect.poll(() => page.locator(`.queue-caveat[title="${caveat}"]`).count()).toBe(0);
  expect(await faultCount()).toBe(countAtFirst);
});

/** Nothing of these fits its kind. */
const unfit: Item[] = [
  {
    kind: 'window',
    id: 'window-impossible',
    body: {
      id: 'window-impossible',
      from: '2026-02-31',
      to: '2026-03-31',
      orderNo: 'x',
      orderDate: '2026-01-01',
    },
  },
  { kind: 'rule-set', id: 'rules-negative', body: { ...demoRuleSet, id: 'rules-negative', fees: [-50_000] } },
  { kind: 'holiday-list', id: '20266-state', body: { year: 20266, districtId: null, days: [] } },
  { kind: 'lsp', id: 'lsp-77', body: { id: 'lsp-77', name: { hi: 'x'.repeat(501), en: '' }, asOf: today } },
  { kind: 'helpline', id: 'helpline-77', body: null },
  { kind: 'district', id: 'district-77', body: [] },
  {
    kind: 'transfer',
    id: 'request-0001',
    districtId: 'jaipur',
    body: { requestId: 'request-0001', state: 'eaten' },
  },
];

async function seeUnfit(): Promise<void> {
  await seeSetAside(scene.officer);
  for (const { kind, id } of unfit) {
    const row = scene.page.getByRole('row').filter({ hasText: id });
    await row.getByText(scene.officer.text('outbox', 'setAside.whys.invalid')).waitFor();
    expect(await row.textContent()).toContain(kind);
  }
}

test('impossible dates, negative fees, a transfer that does not fit: each set aside by name, the rest arrives', async () => {
  const { officer, office } = scene;
  const later = await anotherRequest(office, 30);
  await put(...unfit.slice(0, 4));
  await office.server.data.putRequest(later);
  await put(...unfit.slice(4));
  await seeUnfit();
  const results = await ruleResults(officer, later.requestNo);
  expect(results.size).toBe(12);
  expect(rulesWith(await ruleResults(officer, cases.request('inside').requestNo), 'pass')).toHaveLength(12);
});

test('what was set aside survives a power cut', async () => {
  await scene.restart('kill9');
  await scene.officer.signIn();
  await scene.officer.seeQueue();
  await seeUnfit();
});
