import type { StoreCounts } from '../store-counts.ts';
import type { SqlDatabase } from '../sql-database.ts';

type DecisionCounts = Pick<StoreCounts, 'undoable' | 'unsent' | 'refused' | 'conflicted'>;

/**
 * The newest of its request, and the request still in the working set: nobody has dealt with it since. Its first words
 * are those of the index: without them every decision is read.
 */
const refusedUnresolved = `d.state IN ('refused', 'conflicted') AND d.state = 'refused'
    AND EXISTS (SELECT 1 FROM rows r WHERE r.id = d.request_id AND r.in_set = 1)
    AND NOT EXISTS (SELECT 1 FROM decisions n WHERE n.request_id = d.request_id AND n.ordinal > d.ordinal
      AND n.state <> 'undone')`;

/** Counts of decisions, straight from their tables: nothing is counted in memory. */
export function countTable(db: SqlDatabase) {
  const counts = db.prepare<[], DecisionCounts>(
    `SELECT
       (SELECT count(*) FROM decisions WHERE state = 'recorded') AS undoable,
       (SELECT count(*) FROM outbox WHERE is_answered = 0) AS unsent,
       (SELECT count(*) FROM decisions d WHERE ${refusedUnresolved}) AS refused,
       (SELECT count(*) FROM conflicts WHERE ended_at IS NULL) AS conflicted`,
  );
  return {
    read: (): DecisionCounts => counts.get() ?? { undoable: 0, unsent: 0, refused: 0, conflicted: 0 },
  };
}
