import { describe, expect, it } from 'vitest';
import { pausesAfter, pausesAtDesk, type ClockDecision } from '../../../shared/domain/clock-pauses.ts';
import type { ClockPause } from '../../../shared/domain/request.ts';

const open: ClockPause = { from: '2026-10-05', to: null, why: 'returned' };
const decided = (changes: Partial<ClockDecision> = {}): ClockDecision => ({
  ...{ outcome: 'hold', state: 'recorded', requestVersion: 3, recordedAt: '2026-10-07T19:00:00.000Z' },
  ...changes,
});

describe('pausesAfter', () => {
  it('ends an open pause, never before it began', () => {
    expect(pausesAfter([open], 'approve', '2026-10-08')).toEqual([{ ...open, to: '2026-10-08' }]);
    expect(pausesAfter([open], 'reject', '2026-10-01')).toEqual([{ ...open, to: '2026-10-05' }]);
  });

  it.each([
    ['return', 'returned'],
    ['hold', 'on-hold'],
  ] as const)('begins its own with a %s', (outcome, why) => {
    const own = { from: '2026-10-08', to: null, why };
    expect(pausesAfter([], outcome, '2026-10-08')).toEqual([own]);
    expect(pausesAfter([open], outcome, '2026-10-08')).toEqual([{ ...open, to: '2026-10-08' }, own]);
  });
});

describe('pausesAtDesk', () => {
  const request = { version: 3, pauses: [] };

  it('has what was decided here, on its day in India, until the server’s version tells of it', () => {
    const own = [{ from: '2026-10-08', to: null, why: 'on-hold' }];
    for (const state of ['recorded', 'sealed', 'sent', 'accepted'] as const)
      expect(pausesAtDesk(request, decided({ state }))).toEqual(own);
    for (const state of ['recorded', 'sent', 'accepted'] as const)
      expect(pausesAtDesk({ ...request, version: 4 }, decided({ state }))).toEqual([]);
  });

  it('has nothing of what was undone, refused or contested', () => {
    expect(pausesAtDesk(request, null)).toEqual([]);
    for (const state of ['undone', 'refused', 'conflicted'] as const)
      expect(pausesAtDesk(request, decided({ state }))).toEqual([]);
  });
});
