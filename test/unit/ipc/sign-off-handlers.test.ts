import { beforeEach, describe, expect, it } from 'vitest';
import { requestId, type DecisionId } from '../../../shared/domain/ids.ts';
import { atSignOff } from '../../../shared/domain/sealing.ts';
import type { Outcome } from '../../../shared/domain/decision.ts';
import type { Settings } from '../../../shared/ipc/contract.ts';
import { evaluateRules } from '../../../shared/domain/rules/evaluate-rules.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { now, officeDesk, officePassword, requestLine, today, type OfficeDesk } from './office-desk.ts';

const rid = (n: number) => requestId.parse(`req-${n}`);
const contactOn = (day: string) => `${day}T06:30:00.000Z`;

let desk: OfficeDesk;
beforeEach(async () => {
  desk = officeDesk();
  await desk.pull(...[1, 2, 3].map((n) => requestLine({ id: rid(n) })));
  await desk.store.noteContact(contactOn(today));
});

async function set(changes: Partial<Settings>) {
  const kept = await desk.call('settings.read', undefined);
  if (!kept.ok) throw new Error(kept.error.kind);
  return desk.call('settings.write', { ...kept.value, ...changes });
}

function record(n: number, outcome: Outcome) {
  const failing = evaluateRules({ request: sampleRequest(), figures: null, windows: [], ruleSets: [] });
  const overrides = failing.map(({ id }) => ({ ruleId: id, reason: 'नमूना कारण' }));
  return desk.call('decision.record', {
    ...{ requestId: rid(n), requestVersion: 1, outcome, reasonCodes: [], remarks: 'नमूना' },
    ...{ overrides, checklist: [], verdicts: [], pins: [] },
  });
}

async function recordedId(n: number, outcome: Outcome = 'hold'): Promise<DecisionId> {
  const answer = await record(n, outcome);
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value.decisionId;
}

const seal = (decisionIds: DecisionId[], password = officePassword) =>
  desk.call('signOff.seal', { decisionIds, password });
const states = async () => (await desk.store.outbox()).map(({ state }) => state);

describe('sealing at the sign-off only', () => {
  beforeEach(async () => {
    await set({ sealing: 'sign-off' });
  });

  it('makes recorded decisions wait, also for whoever calls past the window', async () => {
    expect(await record(1, 'hold')).toMatchObject({ ok: true, value: { sealsAt: atSignOff } });
    const [item] = await desk.store.signOffItems();
    if (!item) throw new Error('Nothing is recorded');
    const sealed = await desk.call('decision.seal', { decisionIds: [item.decisionId] });
    expect(sealed).toEqual({ ok: false, error: { kind: 'sign-off-needed' } });
    expect(await states()).toEqual(['recorded']);
  });

  it('seals with the right password, tells the window and the sync, and notes who did it', async () => {
    const ids = [await recordedId(1), await recordedId(2)];
    const pokes = desk.pokes;
    expect(await seal(ids)).toMatchObject({ ok: true, value: { sealed: [{}, {}], undone: [] } });
    expect(await states()).toEqual(['sealed', 'sealed']);
    expect(desk.applied.at(-1)?.rows).toHaveLength(2);
    expect(desk.pokes).toBe(pokes + 1);
    const [row] = (await desk.store.audit(0, 100)).filter(({ action }) => action === 'day-signed-off');
    expect(row).toMatchObject({ actor: 'officer-1', subject: today, detail: { count: 2 } });
  });

  it('signs off while the chain is in doubt, and says that the sealing waits for the server', async () => {
    const ids = [await recordedId(1)];
    await desk.store.doubtChain(contactOn(today));
    expect(await seal(ids)).toMatchObject({ ok: true, value: { sealed: [], waiting: ids } });
    const answer = await desk.call('decision.seal', { decisionIds: ids });
    expect(answer).toEqual({ ok: false, error: { kind: 'chain-in-doubt' } });
  });

  it('seals nothing by a wrong password, nor when the desk was locked while it was tried', async () => {
    const ids = [await recordedId(1)];
    expect(await seal(ids, 'wrong')).toEqual({ ok: false, error: { kind: 'wrong-password' } });
    desk.whileTrying = () => {
      desk.isSignedIn = false;
    };
    expect(await seal(ids)).toEqual({ ok: false, error: { kind: 'not-signed-in' } });
    expect(await states()).toEqual(['recorded']);
  });

  it('of two at once, seals in the one and says so in the other', async () => {
    const ids = [await recordedId(1), await recordedId(2)];
    const both = await Promise.all([seal(ids), seal(ids)]);
    const sealed = both.map((answer) => (answer.ok ? answer.value.sealed.length : -1));
    expect(sealed.sort()).toEqual([0, 2]);
  });
});

describe('the limits', () => {
  it('hold approvals in the main process once nothing came from the server for too long, and nothing else', async () => {
    desk.today = '2026-12-05';
    expect(await record(1, 'approve')).toEqual({
      ok: false,
      error: { kind: 'approvals-held', why: 'master', days: 15 },
    });
    expect(await record(1, 'hold')).toMatchObject({ ok: true });
    await set({ masterHoldDays: 0, unsentHoldDays: 0 });
    expect(await record(2, 'approve')).toMatchObject({ ok: true });
  });

  it('are not met by a server that answers to decisions only', async () => {
    await desk.store.noteReceived(contactOn(today));
    await desk.store.noteContact(contactOn('2026-12-05'));
    desk.today = '2026-12-05';
    expect(await record(1, 'approve')).toMatchObject({ error: { kind: 'approvals-held', why: 'master' } });
  });

  it('are met by the courier: its newest file confirms the master data, by the day on which it was made', async () => {
    desk.today = '2026-12-05';
    const memory = await desk.store.courierMemory();
    await desk.store.keepCourierMemory({ ...memory, inSequence: 1, newestMadeAt: contactOn('2026-12-02') });
    const answer = await desk.call('limits.read', undefined);
    expect(answer).toMatchObject({ value: { master: { days: 3, level: 'fine' } } });
    expect(await record(1, 'approve')).toMatchObject({ ok: true });
  });

  it('hold approvals once a decision is unsent for too long', async () => {
    await recordedId(1);
    desk.today = '2026-11-26';
    expect(await record(2, 'approve')).toMatchObject({ ok: true });
    desk.today = '2026-11-27';
    expect(await record(3, 'approve')).toMatchObject({
      error: { kind: 'approvals-held', why: 'unsent', days: 7 },
    });
  });

  it('hold back a decision that an officer keeps after a conflict, too, and leave the choice open', async () => {
    const decisionId = await recordedId(1, 'approve');
    await desk.store.sealDecisions({ ids: [decisionId] }, contactOn(today));
    const present = { ...sampleRequest({ id: rid(1) }), version: 2 };
    const conflict = { id: decisionId, result: 'conflict', reason: 'changed-since', present } as const;
    await desk.store.applyAnswers([conflict], contactOn(today), today);
    const keep = () => desk.call('conflict.resolve', { decisionId, how: 'keep-mine', requestVersion: 2 });
    desk.today = '2026-12-05';
    expect(await keep()).toMatchObject({ error: { kind: 'approvals-held', why: 'master', days: 15 } });
    const opened = await desk.call('conflict.open', { decisionId });
    expect(opened).toMatchObject({ ok: true, value: { ended: null } });
    desk.today = today;
    expect(await keep()).not.toMatchObject({ error: { kind: 'approvals-held' } });
  });

  it('are not put off by a PC whose clock was set back', async () => {
    await desk.store.noteContact(contactOn('2026-11-28'));
    await recordedId(1);
    desk.today = '2026-10-01';
    expect(await record(2, 'approve')).toMatchObject({ error: { kind: 'approvals-held', why: 'unsent' } });
  });

  it('are measured without the error of this PC’s clock where it is known', async () => {
    // This PC writes 20 November; for the server it is the year before, and both go on from there.
    desk.today = '2025-11-20';
    desk.skewMinutes = 365 * 24 * 60;
    await recordedId(1);
    const near = await desk.call('limits.read', undefined);
    expect(near).toMatchObject({ ok: true, value: { unsent: { days: 0 }, master: { days: 0 } } });
    desk.today = '2025-11-28';
    expect(await desk.call('limits.read', undefined)).toMatchObject({
      value: { unsent: { days: 8, level: 'hold' }, master: { days: 8, level: 'warn' } },
    });
  });

  it('are refused as settings where a warning would come after its hold', async () => {
    const refused = await set({ unsentWarnDays: 8, unsentHoldDays: 7 });
    expect(refused).toEqual({ ok: false, error: { kind: 'limits-crossed', which: 'unsent' } });
    expect(await set({ unsentWarnDays: 8, unsentHoldDays: 0 })).toMatchObject({ ok: true });
  });

  it('tell of decisions of an earlier day that wait for the sign-off', async () => {
    await set({ sealing: 'sign-off' });
    await recordedId(1);
    expect(await desk.call('limits.read', undefined)).toMatchObject({
      value: { waiting: { count: 1, isOverdue: false } },
    });
    desk.today = '2026-11-21';
    expect(await desk.call('limits.read', undefined)).toMatchObject({
      value: { waiting: { isOverdue: true } },
    });
  });

  it('start at the enrolment while there was no contact', async () => {
    const fresh = officeDesk();
    const answer = await fresh.call('limits.read', undefined);
    expect(answer).toMatchObject({ value: { master: { days: 19, level: 'hold' } } });
    expect(now).toBe(Date.parse('2026-11-20T06:30:00.000Z'));
  });
});
