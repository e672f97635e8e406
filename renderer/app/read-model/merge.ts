import type { RequestId } from '../../../shared/domain/ids.ts';
import type { RowState, SlimRow } from '../../../shared/domain/slim-row.ts';

export interface RowChange {
  rows: SlimRow[];
  /** Of rows that came before, come with them, or are still to come. */
  states: RowState[];
  removed: RequestId[];
}

/** Joins changes in their order into one: of each request the newest row and state, or its removal where that came last. */
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
      keepNewest(rows, row);
      removed.delete(row.id);
    }
    for (const state of change.states) keepNewest(states, state);
  }
  return { rows: [...rows.values()], states: [...states.values()], removed: [...removed] };
}

/** Of two that are as new the one that was there. */
export function keepNewest<Item extends { id: RequestId; revision: number }>(
  items: Map<RequestId, Item>,
  item: Item,
): void {
  const before = items.get(item.id);
  if (before === undefined || before.revision < item.revision) items.set(item.id, item);
}
