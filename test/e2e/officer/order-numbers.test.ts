import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../../../shared/domain/decision.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';
import papers from '../../../shared/locales/hi/paper.json' with { type: 'json' };
import { driveDesk, type DrivenDesk } from '../../support/drive-desk.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { callDesk } from '../../support/officer/call-desk.ts';
import { Officer } from '../../support/officer/officer.ts';
import { fetchPaper } from '../../support/officer/papers.ts';
import { pdfWords } from '../../support/paper/read-pdf.ts';

const cases = sampleCases({
  firstApproves: { change: passing },
  firstUndoes: { change: passing },
  firstHolds: { change: passing },
  firstAfterPowerCut: { change: passing },
  secondReturns: { change: passing },
  secondApproves: { change: passing },
  secondUndoes: { change: passing },
  both: { change: passing },
});
type Name = Parameters<typeof cases.request>[0];
const scene = useScene({ hasScans: false, requests: 60, shape: cases.shape });
let otherPc: DrivenDesk;
let other: Officer;

beforeAll(async () => {
  // The codes that are left: one of the same officer, then the other officer's.
  scene.office.freshCode();
  otherPc = await driveDesk({ serverUrl: scene.office.link.url, isDemo: true });
  otherPc.page.setDefaultTimeout(10_000);
  other = new Officer(otherPc.page);
  await other.enrol(scene.office.freshCode());
  await other.keepRecoveryKey();
  await other.seeQueue();
  await other.seeSync('complete');
});
afterAll(() => otherPc.dispose());

async function decide(officer: Officer, name: Name, outcome: Outcome): Promise<void> {
  await officer.open(cases.request(name).requestNo);
  await officer.decide(outcome, `नमूना: ${name}`);
  await officer.seeRecorded(outcome);
}

async function undo(officer: Officer, name: Name): Promise<void> {
  await officer.goTo('outbox');
  const row = officer.outboxRow(cases.request(name).requestNo);
  await row.getByRole('button', { name: officer.text('common', 'undo') }).click();
  await row.waitFor({ state: 'detached' });
}

async function outbox(officer: Officer): Promise<OutboxItem[]> {
  const answer = await callDesk(officer.page, 'outbox.decisions', { state: null, limit: 500 });
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value;
}

/** Until that many decisions have a number, and none is without one. */
async function seeSealed(officer: Officer, count: number): Promise<void> {
  const numbers = async () => (await outbox(officer)).map(({ orderNo }) => typeof orderNo);
  await expect.poll(numbers, { timeout: 20_000 }).toEqual(Array.from({ length: count }, () => 'string'));
}

/** The numbers on the printed register, in its order; each once, or the register says one twice. */
async function registered(officer: Officer): Promise<{ numbers: string[]; text: string }> {
  const day = indiaDate(Date.now());
  const { bytes } = await fetchPaper(officer.page, { kind: 'register', day }, 'hi');
  const words = pdfWords(bytes);
  return { numbers: words.filter((word) => /^MIG\/JAIPUR-/.test(word)).sort(), text: words.join(' ') };
}

const year = indiaDate(Date.now()).slice(0, 4);
const series = (letter: string, count: number) =>
  Array.from({ length: count }, (_, at) => `MIG/JAIPUR-${letter}/${year}/${String(at + 1).padStart(4, '0')}`);
/** "… are not in the list", after its last value. */
const gapWords = (papers.register.gap.split('}}').at(-1) ?? '').trim();
let letters: [string, string];

test('two PCs without a link: each gives its own numbers, none twice, none left out, also over a power cut', async () => {
  const { office } = scene;
  await office.link.cut();
  await scene.officer.syncNow();
  await scene.officer.seeSync('offline');

  await decide(scene.officer, 'firstApproves', 'approve');
  await decide(scene.officer, 'firstUndoes', 'reject');
  await undo(scene.officer, 'firstUndoes');
  await decide(scene.officer, 'firstHolds', 'hold');
  await scene.officer.sealAll();
  await seeSealed(scene.officer, 2);

  await scene.restart('kill9');
  await scene.officer.signIn();
  await scene.officer.seeQueue();
  await decide(scene.officer, 'firstAfterPowerCut', 'reject');
  await decide(scene.officer, 'both', 'approve');
  await scene.officer.sealAll();

  await decide(other, 'secondReturns', 'return');
  await decide(other, 'secondUndoes', 'approve');
  await undo(other, 'secondUndoes');
  await decide(other, 'both', 'reject');
  await decide(other, 'secondApproves', 'approve');
  await other.sealAll();
  await seeSealed(scene.officer, 4);
  await seeSealed(other, 3);

  const first = await registered(scene.officer);
  const second = await registered(other);
  letters = [first, second].map(({ numbers }) => /JAIPUR-([A-Z0-9]+)/.exec(numbers[0] ?? '')?.[1] ?? '') as [
    string,
    string,
  ];
  expect(letters[0]).not.toBe(letters[1]);
  expect(first.numbers).toEqual(series(letters[0], 4));
  expect(second.numbers).toEqual(series(letters[1], 3));
  for (const { text } of [first, second]) {
    expect(text).not.toContain(gapWords);
    expect(text).not.toContain(papers.voidWhy['already-decided']);
    expect(text).toContain(papers.register.state.waiting);
  }
});

test('what is undone has no number, what is sealed has the number that its register names', async () => {
  for (const officer of [scene.officer, other]) {
    const { numbers } = await registered(officer);
    const items = await outbox(officer);
    expect(items.map(({ orderNo }) => orderNo).sort()).toEqual(numbers);
    const requestNos = items.map(({ requestNo }) => requestNo);
    for (const name of ['firstUndoes', 'secondUndoes'] as const) {
      expect(requestNos).not.toContain(cases.request(name).requestNo);
    }
  }
});

test('with the link back one of both is accepted; the other’s number is void in its register, with the reason', async () => {
  const { office } = scene;
  await office.link.restore();
  await scene.officer.syncNow();
  await other.syncNow();
  const over = ['accepted', 'conflicted', 'refused'];
  const states = async () =>
    [...(await outbox(scene.officer)), ...(await outbox(other))].filter(({ state }) => !over.includes(state))
      .length;
  await expect.poll(states, { timeout: 60_000 }).toBe(0);

  const { requestNo, id } = cases.request('both');
  const onBoth = async (officer: Officer) =>
    (await outbox(officer)).find((item) => item.requestNo === requestNo)?.state;
  const ends = [await onBoth(scene.officer), await onBoth(other)];
  expect(ends.toSorted()).toEqual(['accepted', 'conflicted']);
  const answered = await office.server.data.decisions();
  expect(answered.filter(({ requestId, result }) => requestId === id && result === 'accepted')).toHaveLength(
    1,
  );
  expect(answered).toHaveLength(7);

  const [winner, loser] = ends[0] === 'accepted' ? [scene.officer, other] : [other, scene.officer];
  const why = papers.voidWhy['already-decided'];
  const standing = await registered(winner);
  expect(standing.text).not.toContain(why);
  const contested = await registered(loser);
  expect(contested.text).toContain(why);
  expect([...standing.numbers, ...contested.numbers].sort()).toEqual(
    [...series(letters[0], 4), ...series(letters[1], 3)].sort(),
  );
  expect(`${standing.text} ${contested.text}`).not.toContain(gapWords);

  await loser.goTo('outbox');
  await loser.outboxRow(requestNo).getByText(loser.text('outbox', 'order.void')).waitFor();
});

test('the next number follows the last one, after a void one too', async () => {
  for (const [officer, name, letter, count] of [
    [scene.officer, 'firstUndoes', letters[0], 5],
    [other, 'secondUndoes', letters[1], 4],
  ] as const) {
    await decide(officer, name, 'reject');
    await officer.sealAll();
    await officer
      .outboxRow(cases.request(name).requestNo)
      .getByText(series(letter, count).at(-1) ?? '')
      .waitFor();
    expect((await registered(officer)).numbers).toEqual(series(letter, count));
  }
});
