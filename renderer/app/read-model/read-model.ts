import { Dexie, type EntityTable } from 'dexie';
import type { SlimRow } from '../../../shared/domain/slim-row.ts';

/** A row as it is indexed: its tokens one by one. */
export type ReadRow = Omit<SlimRow, 'tokens'> & { tokens: string[] };

/**
 * The working set as the window sees it: slim rows in memory only (the session's partition is never written to disk).
 * Compound indices end in the sort field, so that a live query of a visible window never sorts (`sortBy` of 10,000
 * rows costs over 100 ms). IndexedDB orders equal index keys by `id`: the order is total.
 */
class ReadModel extends Dexie {
  declare requests: EntityTable<ReadRow, 'id'>;

  constructor() {
    super('desk-read-model');
    this.version(1).stores({
      requests: [
        'id',
        '[pile+dueOn]',
        '[pile+targetLspId+dueOn]',
        '[pile+currentLspId+dueOn]',
        '[pile+area+dueOn]',
        '[pile+category+dueOn]',
        '[pile+status+dueOn]',
        '[pile+decision.state+dueOn]',
        '*tokens',
      ].join(', '),
    });
  }
}

/** Read it with live queries from anywhere in the window; `feed.ts` alone writes it. */
export const readModel = new ReadModel();
