import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steps } from '../../../electron/sync/evaluate.ts';
import { initialState, leaveOut } from '../../../electron/sync/sync-state.ts';

const todo = fc.record(Object.fromEntries(steps.map((step) => [step, fc.boolean()])));

it('leaves a step out only where no step before it is to be done, and touches no other', () => {
  fc.assert(
    fc.property(todo, fc.nat(steps.length - 1), (given, place) => {
      const state = { ...initialState(0), todo: { ...initialState(0).todo, ...given } };
      const before = { ...state.todo };
      const step = steps[place] ?? 'local';
      const isFirst = steps.slice(0, place).every((each) => !before[each]);
      expect(leaveOut(state, step)).toBe(isFirst);
      expect(state.todo).toEqual(isFirst ? { ...before, [step]: false } : before);
    }),
  );
});
