import type { RequestId } from '../../../shared/domain/ids.ts';
import type { SlimRow } from '../../../shared/domain/slim-row.ts';

export interface RowChange {
  rows: SlimRow[];
  removed: RequestId[];
}

/** Of the incoming rows, those that are newer than what is known: an older row never replaces a newer one. */
export function newerRows(incoming: readonly SlimRow[], known: readonly (SlimRow | undefined)[]): SlimRow[] {
  return incoming.filter((row, index) => {
    const before = known[index];
    return before === undefined || before.revision < row.revision;
  });
}

/** Joins changes in their order into one: of each request the newest row, or its removal where that came last. */
export function mergeFeeds(changes: readonly RowChange[]): RowChange {
  const rows = new Map<RequestId, SlimRow>();
  const removed = new Set<RequestId>();
  for (const change of changes) {
    for (const id of change.removed) {
      rows.delete(id);
      removed.add(id);
    }
    for (const row of change.rows) {
      const before = rows.get(row.id);
      if (before === undefined || before.revision < row.revision) rows.set(row.id, row);
      removed.delete(row.id);
    }
  }
  return { rows: [...rows.values()], removed: [...removed] };
}
