import type { RequestId } from '../../../shared/domain/ids.ts';
import { isNews, withState, type RowState, type SlimRow } from '../../../shared/domain/slim-row.ts';

export interface RowChange {
  rows: SlimRow[];
  /** Of rows that came before, or that are known. */
  states: RowState[];
  removed: RequestId[];
}

/**
 * Of the incoming rows, those that are newer than what is known: an older row never replaces a newer one. A state of a
 * row that is not known is none: the row is still to come, with it.
 */
export function newerRows({ rows, states }: RowChange, known: ReadonlyMap<RequestId, SlimRow>): SlimRow[] {
  const newer = rows.filter(({ id, revision }) => (known.get(id)?.revision ?? -1) < revision);
  const told = states.flatMap((state) => {
    const row = known.get(state.id);
    return row && isNews(row, state) ? [withState(row, state)] : [];
  });
  return [...newer, ...told];
}

/** Joins changes in their order into one: of each request the newest row or state, or its removal where that came last. */
export function mergeFeeds(changes: readonly RowChange[]): RowChange {
  const rows = new Map<RequestId, SlimRow>();
  const states = new Map<RequestId, RowState>();
  const removed = new Set<RequestId>();
  for (const change of changes) {
    for (const id of change.removed) {
      rows.delete(id);
      states.delete(id);
      removed.add(id);
    }
    for (const row of change.rows) {
      const before = rows.get(row.id);
      const state = states.get(row.id);
      states.delete(row.id);
      if (before === undefined || before.revision < row.revision) {
        rows.set(row.id, state ? withState(row, state) : row);
      }
      removed.delete(row.id);
    }
    for (const state of change.states) {
      const row = rows.get(state.id);
      const before = states.get(state.id);
      if (row) rows.set(row.id, withState(row, state));
      else if (before === undefined || before.revision < state.revision) states.set(state.id, state);
    }
  }
  return { rows: [...rows.values()], states: [...states.values()], removed: [...removed] };
}
