import type { TransferCodes } from '../archive/archive-words.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { Place } from './archive-table.ts';

/** What this desk has of a request before another version of it is applied. */
export interface KnownRequest {
  /** The feed's version counts removals too, so it may be ahead of the request's own; null: it never came. */
  feedVersion: number | null;
  /** Whether the queue shows it now; null where it has no row. */
  isInSet: boolean | null;
  place: Place | null;
  /** Of its transfer, which may come first. */
  codes: TransferCodes | null;
  hasDraft: boolean;
  hasAttachments: boolean;
}

interface Stored {
  feedVersion: number | null;
  inSet: number | null;
  ordinal: number | null;
  fingerprint: string | null;
  oldCode: string | null;
  newCode: string | null;
  hasDraft: number;
  hasAttachments: number;
}

/** One question instead of six, as it is asked for every request that comes. */
export function knownRequestTable(db: SqlDatabase) {
  const known = db.prepare<[string], Stored>(
    `SELECT q.feed_version AS feedVersion, r.in_set AS inSet, a.ordinal, a.fingerprint,
       t.old_code AS oldCode, t.new_code AS newCode,
       EXISTS (SELECT 1 FROM drafts d WHERE d.request_id = asked.id) AS hasDraft,
       EXISTS (SELECT 1 FROM attachments m WHERE m.request_id = asked.id AND m.body IS NOT NULL) AS hasAttachments
     FROM (SELECT ? AS id) asked LEFT JOIN requests q ON q.id = asked.id LEFT JOIN rows r ON r.id = asked.id
       LEFT JOIN archive a ON a.request_id = asked.id LEFT JOIN transfers t ON t.request_id = asked.id`,
  );
  return {
    of(id: string): KnownRequest {
      const found = known.get(id);
      if (!found) throw new TypeError('A row of constants is always there');
      const { feedVersion, inSet, ordinal, fingerprint, oldCode, newCode } = found;
      return {
        feedVersion,
        isInSet: inSet === null ? null : inSet === 1,
        place: ordinal === null || fingerprint === null ? null : { ordinal, fingerprint },
        codes: oldCode === null ? null : { oldCode, newCode },
        hasDraft: found.hasDraft === 1,
        hasAttachments: found.hasAttachments === 1,
      };
    },
  };
}
