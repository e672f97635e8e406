import { describe, expect, it } from 'vitest';
import { decisionId, requestId } from '../../../../shared/domain/ids.ts';
import { slimRowOf, type RowState, type SlimRow } from '../../../../shared/domain/slim-row.ts';
import { mergeFeeds, type RowChange } from '../../../../renderer/app/read-model/merge.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

const a = requestId.parse('a');
const decided = decisionId.parse('018f0000-0000-7000-8000-000000000001');

function row(id: string, revision: number): SlimRow {
  const due = { day7: '2026-10-13', day15: '2026-10-27', unknownYears: [], paused: false };
  const request = sampleRequest({ id: requestId.parse(id) });
  return slimRowOf(request, due, { decision: null, hasDraft: false }, revision);
}

function state(revision: number): RowState {
  return { id: a, revision, decisionId: decided, state: 'sent' };
}

function change(part: Partial<RowChange>): RowChange {
  return { rows: [], states: [], removed: [], ...part };
}

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

  it('keeps of several states the newest, beside the row', () => {
    expect(mergeFeeds([change({ states: [state(6)] }), change({ states: [state(5)] })]).states).toEqual([
      state(6),
    ]);
    const rows = [row('a', 4), row('b', 1)];
    expect(mergeFeeds([change({ states: [state(6)] }), change({ rows })])).toEqual(
      change({ rows, states: [state(6)] }),
    );
  });
});
