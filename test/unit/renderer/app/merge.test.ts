import { describe, expect, it } from 'vitest';
import { requestId } from '../../../../shared/domain/ids.ts';
import { slimRowOf, type SlimRow } from '../../../../shared/domain/slim-row.ts';
import { mergeFeeds, newerRows } from '../../../../renderer/app/read-model/merge.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

function row(id: string, revision: number): SlimRow {
  const due = { day7: '2026-10-13', day15: '2026-10-27', unknownYears: [], paused: false };
  const request = sampleRequest({ id: requestId.parse(id) });
  return slimRowOf(request, due, { decision: null, hasDraft: false }, revision);
}

const a = requestId.parse('a');

describe('newerRows', () => {
  it('keeps what is unknown or newer', () => {
    const incoming = [row('a', 2), row('b', 5)];
    expect(newerRows(incoming, [row('a', 1), undefined])).toEqual(incoming);
  });

  it('never lets an older or equal row replace what is there', () => {
    expect(newerRows([row('a', 1), row('b', 5)], [row('a', 2), row('b', 5)])).toEqual([]);
  });
});

describe('mergeFeeds', () => {
  it('takes the newest row of each request, in whatever order they came', () => {
    const merged = mergeFeeds([
      { rows: [row('a', 3)], removed: [] },
      { rows: [row('a', 2), row('b', 1)], removed: [] },
    ]);
    expect(merged.rows.map((one) => [one.id, one.revision])).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
  });

  it('removes what was removed last, and keeps what came back', () => {
    const gone = mergeFeeds([
      { rows: [row('a', 1)], removed: [] },
      { rows: [], removed: [a] },
    ]);
    expect(gone).toEqual({ rows: [], removed: [a] });
    const back = mergeFeeds([
      { rows: [], removed: [a] },
      { rows: [row('a', 4)], removed: [] },
    ]);
    expect(back).toEqual({ rows: [row('a', 4)], removed: [] });
  });
});
