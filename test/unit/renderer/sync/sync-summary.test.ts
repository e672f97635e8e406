import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { syncStatus, type SyncStatus } from '../../../../shared/ipc/sync-status.ts';
import {
  countNames,
  countsBeside,
  openCounts,
  stateTone,
  syncState,
  waitingOf,
} from '../../../../renderer/features/sync/sync-summary.ts';

const done: SyncStatus = {
  step: 'idle',
  problem: null,
  lastContactAt: '2026-11-22T06:00:00.000Z',
  lastCompleteAt: '2026-11-22T06:00:00.000Z',
  nextTryAt: null,
  progress: null,
  undoable: 0,
  unsent: 0,
  unsentActs: 0,
  refused: 0,
  conflicted: 0,
  scansMissing: 0,
  scansByHand: 0,
  parked: 0,
  parkedActs: 0,
  parkedScans: 0,
  uploadsUnsent: 0,
  scansWaitUntil: null,
  limitUsedUp: null,
  pull: {
    ...{ size: null, choice: null, choiceDay: null, changesWait: false },
    leftOut: { scans: 0, bytes: 0 },
  },
  chainDoubt: false,
  setAside: 0,
  bytesReceived: 0,
  bytesSent: 0,
  today: '2026-11-22',
  skewMinutes: null,
  isTimeSure: true,
};

describe('syncState', () => {
  it('is complete when nothing at all is left', () => {
    expect(syncState(done)).toBe('complete');
  });

  const all = countNames.filter((name) => name !== 'scansByHand');
  it.each(all)('is not complete while %s is not zero', (name) => {
    expect(syncState({ ...done, [name]: 1 })).toBe('remaining');
  });

  it('is complete while scans wait for a hand only, which is told beside it', () => {
    const status = { ...done, scansMissing: 2, scansByHand: 2 };
    expect(syncState(status)).toBe('complete');
    expect(waitingOf(status)).toEqual([]);
    expect(countsBeside(status)).toEqual([{ name: 'scansByHand', count: 2 }]);
    expect(syncState({ ...status, scansMissing: 3 })).toBe('remaining');
  });

  it('counts what is parked once: beside what waits and goes on by itself', () => {
    const status = {
      ...done,
      ...{ unsentActs: 3, parkedActs: 1, scansMissing: 4, scansByHand: 1, parkedScans: 2, parked: 3 },
    };
    expect(waitingOf(status)).toEqual([
      { name: 'acts', count: 2 },
      { name: 'scans', count: 1 },
    ]);
    expect(countsBeside(status)).toEqual([
      { name: 'scansByHand', count: 1 },
      { name: 'parked', count: 3 },
    ]);
    const stuck = { ...done, unsentActs: 1, parkedActs: 1, parked: 1 };
    expect(syncState(stuck)).toBe('remaining');
    expect(waitingOf(stuck)).toEqual([]);
  });

  it('is not complete when the last contact broke off before the end', () => {
    expect(syncState({ ...done, lastCompleteAt: '2026-11-22T05:00:00.000Z' })).toBe('incomplete');
    expect(syncState({ ...done, lastCompleteAt: null })).toBe('incomplete');
  });

  it('is not complete before the first contact', () => {
    expect(syncState({ ...done, lastContactAt: null, lastCompleteAt: null })).toBe('never');
  });

  it('names the problem, and a running step before it', () => {
    expect(syncState({ ...done, problem: 'offline' })).toBe('offline');
    expect(syncState({ ...done, problem: 'offline', step: 'connecting' })).toBe('connecting');
  });

  it('never says complete when anything is open, running or wrong', () => {
    const count = fc.nat({ max: 3 });
    const at = fc.constantFrom(null, '2026-11-22T05:00:00.000Z', '2026-11-22T06:00:00.000Z');
    const any = fc.record({
      ...Object.fromEntries(countNames.map((name) => [name, count])),
      step: fc.constantFrom(...syncStatus.shape.step.options),
      problem: fc.constantFrom(null, ...syncStatus.shape.problem.unwrap().options),
      lastContactAt: at,
      lastCompleteAt: at,
    });
    fc.assert(
      fc.property(any, (changes) => {
        const status: SyncStatus = { ...done, ...changes };
        if (syncState(status) !== 'complete') return;
        expect(openCounts(status)).toEqual([]);
        expect(status.problem).toBeNull();
        expect(['idle', 'waiting']).toContain(status.step);
        expect(status.lastCompleteAt).not.toBeNull();
        expect(status.lastCompleteAt).toBe(status.lastContactAt);
      }),
    );
  });
});

it('shows offline as a state, not as an error', () => {
  expect(stateTone('offline')).toBe('neutral');
  expect(stateTone('proxy-unreachable')).toBe('neutral');
});

it('lists only what is not zero', () => {
  expect(openCounts({ ...done, unsent: 3, setAside: 1 })).toEqual([
    { name: 'unsent', count: 3 },
    { name: 'setAside', count: 1 },
  ]);
});

it('says what remains in decisions, entries and scans, and the other counts beside it', () => {
  const status = { ...done, undoable: 1, unsent: 2, scansMissing: 3, uploadsUnsent: 1, refused: 1 };
  expect(waitingOf(status)).toEqual([
    { name: 'decisions', count: 3 },
    { name: 'scans', count: 4 },
  ]);
  expect(countsBeside(status)).toEqual([{ name: 'refused', count: 1 }]);
});
