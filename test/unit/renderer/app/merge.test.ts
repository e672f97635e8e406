import { describe, expect, it } from 'vitest';
import { decisionId, requestId } from '../../../../shared/domain/ids.ts';
import {
  slimRowOf,
  type RowOverlay,
  type RowState,
  type SlimRow,
} from '../../../../shared/domain/slim-row.ts';
import { mergeFeeds, newerRows, type RowChange } from '../../../../renderer/app/read-model/merge.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

const [a, b] = [requestId.parse('a'), requestId.parse('b')];
const first = decisionId.parse('018f0000-0000-7000-8000-000000000001');
const second = decisionId.parse('018f0000-0000-7000-8000-000000000002');

function row(id: string, revision: number, decided: RowOverlay['decision'] = null): SlimRow {
  const due = { day7: '2026-10-13', day15: '2026-10-27', unknownYears: [], paused: false };
  const request = sampleRequest({ id: requestId.parse(id) });
  return slimRowOf(request, due, { decision: decided, hasDraft: false }, revision);
}

function decidedRow(id: string, revision: number, state: RowState['state'] = 'sealed', by = first): SlimRow {
  return row(id, revision, {
    id: by,
    outcome: 'approve',
    state,
    requestVersion: 1,
  });
}

function state(revision: number, by = first): RowState {
  return { id: a, revision, decisionId: by, state: 'sent' };
}

function change(part: Partial<RowChange>): RowChange {
  return { rows: [], states: [], removed: [], ...part };
}

const known = (...rows: SlimRow[]) => new Map(rows.map((each) => [each.id, each]));

describe('newerRows', () => {
  it('keeps what is unknown or newer', () => {
    const incoming = [row('a', 2), row('b', 5)];
    expect(newerRows(change({ rows: incoming }), known(row('a', 1)))).toEqual(incoming);
  });

  it('never lets an older or equal row replace what is there', () => {
    const there = known(row('a', 2), row('b', 5));
    expect(newerRows(change({ rows: [row('a', 1), row('b', 5)] }), there)).toEqual([]);
  });

  it('takes a newer state into the row that is known, and nothing else of it changes', () => {
    const before = decidedRow('a', 4);
    expect(newerRows(change({ states: [state(6)] }), known(before))).toEqual([
      { ...before, revision: 6, decision: { ...before.decision, state: 'sent' } },
    ]);
  });

  it.each([
    ['of a row that is not known', known()],
    ['that is older', known(decidedRow('a', 7, 'accepted'))],
    ['of another decision than the one shown', known(decidedRow('a', 4, 'sealed', second))],
    ['of a row without a decision', known(row('a', 4))],
  ])('takes no state %s', (_which, there) => {
    expect(newerRows(change({ states: [state(6)] }), there)).toEqual([]);
  });
});

describe('mergeFeeds', () => {
  it('takes the newest row of each request, in whatever order they came', () => {
    const merged = mergeFeeds([
      change({ rows: [row('a', 3)] }),
      change({ rows: [row('a', 2), row('b', 1)] }),
    ]);
    expect(merged.rows.map((one) => [one.id, one.revision])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
  });

  it('removes what was removed last, and keeps what came back', () => {
    expect(mergeFeeds([change({ rows: [row('a', 1)] }), change({ removed: [a] })])).toEqual(
      change({ removed: [a] }),
    );
    expect(mergeFeeds([change({ removed: [a] }), change({ rows: [row('a', 4)] })])).toEqual(
      change({ rows: [row('a', 4)] }),
    );
    expect(mergeFeeds([change({ states: [state(3)] }), change({ removed: [a] })])).toEqual(
      change({ removed: [a] }),
    );
  });

  it('takes a state into the row that came with it, in whatever order they came', () => {
    const [rows, states] = [[decidedRow('a', 4)], [state(6)]];
    const sent = change({ rows: [decidedRow('a', 6, 'sent')] });
    expect(mergeFeeds([change({ rows }), change({ states })])).toEqual(sent);
    expect(mergeFeeds([change({ states }), change({ rows })])).toEqual(sent);
  });

  it('keeps of several states the newest, and none behind a newer row', () => {
    expect(mergeFeeds([change({ states: [state(6)] }), change({ states: [state(5)] })]).states).toEqual([
      state(6),
    ]);
    const newer = decidedRow('a', 8, 'accepted');
    expect(mergeFeeds([change({ states: [state(6)] }), change({ rows: [newer] })])).toEqual(
      change({ rows: [newer] }),
    );
    expect(mergeFeeds([change({ rows: [row(b, 1)] }), change({ states: [state(6)] })])).toEqual(
      change({ rows: [row('b', 1)], states: [state(6)] }),
    );
  });
});
