import { describe, expect, it } from 'vitest';
import type { DecisionState } from '../../../shared/domain/decision.ts';
import { slimRowOf, stands, withDates, withOverlay } from '../../../shared/domain/slim-row.ts';
import { did } from '../../contract/store-fixture.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

const due = { day7: '2026-10-13', day15: '2026-10-27', unknownYears: [], paused: false };
const overlayOf = (state: DecisionState, requestVersion = 1) => ({
  decision: { id: did(1), outcome: 'return' as const, state, requestVersion },
  hasDraft: false,
});

describe('whether a decision speaks for its request', () => {
  it.each<[DecisionState, number, boolean]>([
    ['recorded', 1, true],
    ['sealed', 2, true],
    ['sent', 9, true],
    ['accepted', 1, true],
    ['accepted', 2, false],
    ['refused', 1, false],
    ['conflicted', 1, false],
    ['undone', 1, false],
  ])('%s on version 1, version %i stored: %s', (state, stored, expected) => {
    expect(stands({ state, requestVersion: 1 }, stored)).toBe(expected);
  });

  it('moves the row to its pile, and the newer version takes it out again', () => {
    const accepted = overlayOf('accepted');
    expect(slimRowOf(sampleRequest(), due, accepted, 1).pile).toBe('waiting');
    expect(slimRowOf(sampleRequest({ version: 2 }), due, accepted, 2).pile).toBe('to-do');
    const row = slimRowOf(sampleRequest(), due, { decision: null, hasDraft: true }, 3);
    expect(withOverlay(row, overlayOf('sent'), 4)).toEqual({
      ...row,
      revision: 4,
      pile: 'waiting',
      hasDraft: false,
      decision: { id: did(1), outcome: 'return', state: 'sent' },
    });
    expect(withDates(row, { ...due, day15: '2026-10-28' }, 5)).toEqual({
      ...row,
      revision: 5,
      dueOn: '2026-10-28',
    });
  });
});
