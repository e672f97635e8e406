import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionState } from '../../../../shared/domain/decision.ts';
import { decisionId, requestId, type RequestId } from '../../../../shared/domain/ids.ts';
import { slimRowOf, withState, type RowState, type SlimRow } from '../../../../shared/domain/slim-row.ts';
import type { RowChange } from '../../../../renderer/app/read-model/merge.ts';
import { ToldRows } from '../../../../renderer/app/read-model/told-rows.ts';
import { sampleRequest } from '../../../support/samples/sample-request.ts';

const id = requestId.parse('a');
const decisions = [1, 2].map((n) => decisionId.parse(`018f0000-0000-7000-8000-00000000000${n}`));

function row(revision: number, by: number | null = null, state: DecisionState = 'sealed'): SlimRow {
  const due = { day7: '2026-10-13', day15: '2026-10-27', unknownYears: [], paused: false };
  const decided = by === null ? undefined : decisions[by];
  const decision = decided ? { id: decided, outcome: 'approve' as const, state, requestVersion: 1 } : null;
  // So that a row of one revision never looks like one of another.
  const request = sampleRequest({ id, requestNo: `no-${revision}` });
  return slimRowOf(request, due, { decision, hasDraft: false }, revision);
}

function told(revision: number, by = 0, state: DecisionState = 'sent'): RowState {
  return { id, revision, decisionId: decisions[by] ?? decisionId.parse(''), state };
}

/** A read model of one request, fed change by change. */
function model(...rows: SlimRow[]) {
  const toldRows = new ToldRows<SlimRow>();
  const known = new Map<RequestId, SlimRow>();
  function take(change: Partial<RowChange>): SlimRow[] {
    const written = toldRows.take({ rows: [], states: [], removed: [], ...change }, known);
    for (const each of written) known.set(each.id, each);
    for (const gone of change.removed ?? []) known.delete(gone);
    return written;
  }
  if (rows.length > 0) take({ rows });
  return { take, shown: () => known.get(id) };
}

describe('what was told of rows', () => {
  it('never lets an older or equal row replace what is there', () => {
    const { take, shown } = model(row(2));
    expect(take({ rows: [row(1)] })).toEqual([]);
    expect(take({ rows: [{ ...row(2), requestNo: 'another' }] })).toEqual([]);
    expect(take({ rows: [row(3)] })).toEqual([row(3)]);
    expect(shown()).toEqual(row(3));
  });

  it('takes a newer state into the row that is known, and nothing else of it changes', () => {
    const { take } = model(row(4, 0));
    const before = row(4, 0);
    expect(take({ states: [told(6)] })).toEqual([
      { ...before, revision: 6, decision: { ...before.decision, state: 'sent' } },
    ]);
  });

  it.each([
    ['that is older', row(7, 0, 'accepted')],
    ['of another decision than the one shown', row(4, 1)],
    ['of a row without a decision', row(4)],
  ])('takes no state %s', (_which, there) => {
    expect(model(there).take({ states: [told(6)] })).toEqual([]);
  });

  it('lays a state on the row that comes after it', () => {
    const { take, shown } = model();
    expect(take({ states: [told(6)] })).toEqual([]);
    take({ rows: [row(4, 0)] });
    expect(shown()).toEqual(withState(row(4, 0), told(6)));
  });

  it('lays it on what is known when a stale page comes with it, and on a newer row that comes late', () => {
    const { take, shown } = model(row(5, 0));
    take({ rows: [row(4, 0)], states: [told(8)] });
    expect(shown()).toEqual(withState(row(5, 0), told(8)));
    take({ rows: [row(7, 0)] });
    expect(shown()).toEqual(withState(row(7, 0), told(8)));
    expect(take({ rows: [row(6, 0)] })).toEqual([]);
  });

  it('forgets the state of a row that was removed', () => {
    const { take, shown } = model(row(4, 0));
    take({ states: [told(6)] });
    take({ removed: [id] });
    take({ rows: [row(5, 0)] });
    expect(shown()).toEqual(row(5, 0));
  });

  it('shows the same in the end, in whatever order rows and states came and however they were joined', () => {
    const event = fc.record({
      kind: fc.constantFrom('row', 'state'),
      by: fc.constantFrom(null, 0, 1),
      state: fc.constantFrom<DecisionState>('sealed', 'sent', 'accepted'),
    });
    const history = fc.array(event, { minLength: 1, maxLength: 8 });
    const order = fc.array(fc.nat(), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(history, order, fc.nat(3), (events, places, size) => {
        let truth = row(1, 0);
        const changes: Partial<RowChange>[] = [{ rows: [truth] }];
        for (const [nth, { kind, by, state }] of events.entries()) {
          const revision = nth + 2;
          const shown = decisions.findIndex((each) => each === truth.decision?.id);
          if (kind === 'state' && shown >= 0) {
            const next = told(revision, shown, state);
            changes.push({ states: [next] });
            truth = withState(truth, next);
          } else {
            truth = row(revision, by, state);
            changes.push({ rows: [truth] });
          }
        }
        const shuffled = changes
          .map((change, nth) => ({ change, place: places[nth] ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ change }) => change);
        const { take, shown } = model();
        for (let from = 0; from < shuffled.length; from += size + 1) {
          const joined = shuffled.slice(from, from + size + 1);
          const rows = joined.flatMap((each) => each.rows ?? []).sort((a, b) => a.revision - b.revision);
          take({ rows: rows.slice(-1), states: joined.flatMap((each) => each.states ?? []) });
        }
        expect(shown()).toEqual(truth);
      }),
    );
  });
});
