import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, laneOf, type Step, type SyncState } from '../../../electron/sync/evaluate.ts';
import * as states from '../../../electron/sync/sync-state.ts';
import { anySyncState, anyTime } from './any-sync-state.ts';

function holds(check: (state: SyncState, now: number) => void): void {
  fc.assert(fc.property(anySyncState, anyTime, check), { numRuns: 3000 });
}

function stepOf(state: SyncState, now: number): Step | null {
  const next = evaluate(state, now);
  return next.do === 'step' ? next.step : null;
}

describe('evaluate', () => {
  it('is pure', () => {
    holds((state, now) => {
      const before = structuredClone(state);
      expect(evaluate(state, now)).toEqual(evaluate(state, now));
      expect(state).toEqual(before);
    });
  });

  it('1, 2: begins nothing when stopped, or while a step runs', () => {
    holds((state, now) => {
      if (state.isStopped || state.running) expect(evaluate(state, now)).toEqual({ do: 'nothing' });
      else expect(evaluate(state, now).do).not.toBe('nothing');
    });
  });

  it('3: seals what is due before anything else, link or no link', () => {
    holds((state, now) => {
      const isDue = state.localAt <= now || state.todo.local;
      if (state.isStopped || state.running || !isDue || state.blockedUntil.local > now) return;
      expect(stepOf(state, now)).toBe('local');
    });
  });

  it('4: begins no step of a lane that waits', () => {
    holds((state, now) => {
      const step = stepOf(state, now);
      if (step) expect(state.blockedUntil[laneOf(step)]).toBeLessThanOrEqual(now);
    });
  });

  it('6, 7, 8: keeps the order of decisions, scans waited for, changes, other scans', () => {
    const usual: Step[] = ['send', 'asked', 'receive', 'scans', 'uploads'];
    holds((state, now) => {
      // After a send that broke off the others have their turn.
      const order = state.isReceiveFirst ? [...usual.slice(1), ...usual.slice(0, 1)] : usual;
      const step = stepOf(state, now);
      const place = step ? order.indexOf(step) : -1;
      for (const earlier of order.slice(0, Math.max(place, 0))) {
        expect(state.todo[earlier] && state.blockedUntil[laneOf(earlier)] <= now).toBe(false);
      }
    });
  });

  it('9: concludes only when nothing is left', () => {
    holds((state, now) => {
      if (stepOf(state, now) !== 'conclude') return;
      const { local, send, asked, receive, scans } = state.todo;
      expect([local, send, asked, receive, scans]).toEqual([false, false, false, false, false]);
      expect(state.localAt).toBeGreaterThan(now);
    });
  });

  it('10: never sleeps over work, and what it waits for is work', () => {
    holds((state, now) => {
      const next = evaluate(state, now);
      if (next.do !== 'wait') return;
      expect(next.until).toBeGreaterThan(now);
      for (let at = now; at < next.until; at += 1) expect(evaluate(state, at).do).toBe('wait');
      expect(evaluate(state, next.until).do).not.toBe('wait');
    });
  });

  it('comes to rest: steps that all go through end in waiting', () => {
    holds((state, now) => {
      if (state.isStopped || state.running) return;
      const later = Math.max(now, 21);
      const done: string[] = [];
      for (let turn = 0; turn < 20; turn += 1) {
        const next = evaluate(state, later);
        if (next.do === 'wait') break;
        if (next.do === 'begin') states.beginAttempt(state, later + 100);
        if (next.do === 'step') {
          states.beginStep(state, next.step);
          states.endStep(state, next.step, false);
          if (next.step === 'local') state.localAt = later + 50;
          done.push(next.step);
        }
      }
      expect(evaluate(state, later).do).toBe('wait');
      expect(new Set(done).size).toBeGreaterThan(0);
    });
  });
});

describe('the state', () => {
  it('keeps a full disk from stopping what is to be sent', () => {
    const state = states.initialState(0);
    states.beginAttempt(state, 100);
    state.todo.local = false;
    state.localAt = 1000;
    states.beginStep(state, 'receive');
    states.failStep(state, 'receive', ['receive'], 50);
    expect(stepOf(state, 1)).toBe('send');
  });

  it('waits no longer than from now when the clock was set back', () => {
    const state = states.initialState(1_000_000);
    states.beginAttempt(state, 2_000_000);
    state.blockedUntil.send = 1_500_000;
    states.clampToClock(state, 0, 1000);
    expect(state.attemptAt).toBe(0);
    expect(state.blockedUntil.send).toBe(0);
  });
});
