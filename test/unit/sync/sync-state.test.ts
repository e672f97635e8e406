import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluate, steps } from '../../../electron/sync/evaluate.ts';
import { leaveOut } from '../../../electron/sync/sync-state.ts';
import { anySyncState } from './any-sync-state.ts';

const now = 10;
/** Running on, between two steps and before the next attempt. */
const state = anySyncState.map((any) => ({ ...any, isStopped: false, running: null, attemptAt: now + 1 }));
const later = fc.constantFrom(...steps.slice(1));

it('leaves out only what would begin now, were it not for the steps behind it; and touches no other', () => {
  fc.assert(
    fc.property(state, later, (given, step) => {
      const alone = { ...given, todo: { ...given.todo, [step]: true } };
      for (const behind of steps.slice(steps.indexOf(step) + 1)) alone.todo[behind] = false;
      const before = { ...given.todo };
      if (leaveOut(given, step, now)) {
        expect(evaluate(alone, now)).toEqual({ do: 'step', step });
        expect(given.todo).toEqual({ ...before, [step]: false });
      } else expect(given.todo).toEqual(before);
    }),
    { numRuns: 3000 },
  );
});

it('leaves a step out where nothing stands before it and its lane is open', () => {
  fc.assert(
    fc.property(state, later, (given, step) => {
      for (const earlier of steps.slice(0, steps.indexOf(step))) given.todo[earlier] = false;
      given.localAt = now + 1;
      given.blockedUntil = { local: now, send: now, receive: now };
      expect(leaveOut(given, step, now)).toBe(true);
    }),
  );
});
