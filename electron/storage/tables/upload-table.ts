import type { LocalScanId } from '../../../shared/domain/documents/local-scan.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { ListedUpload } from '../../../shared/ipc/views/outbox.ts';
import type { ItemQuery } from '../item-store.ts';
import { latestTry } from '../longest-wait.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { UploadEnd, UploadFailure } from '../upload-store.ts';
import { boundOf } from './item-table.ts';
import { isUploadDue } from './upload-due.ts';
import { listedUploads, uploadShown, withdraws } from './upload-shown.ts';

export interface DueRow {
  body: string;
  withdraws: number;
  faults: number;
}

export type UploadRow = Pick<ListedUpload, 'shown' | 'attempts' | 'why' | 'failedAt' | 'nextTryAt'> & {
  body: string;
  row: string | null;
  withdraws: number;
};

/** How far each scan that was taken in here is on its way to the server. */
export function uploadTable(db: SqlDatabase) {
  const insert = db.prepare('INSERT INTO uploads (id) VALUES (?) ON CONFLICT DO NOTHING');
  // One whose bytes were lost here was taken back by nobody.
  const due = db.prepare<[{ now: Instant; latest: Instant; limit: number }], DueRow>(
    `SELECT l.body, l.ended_at IS NOT NULL AS withdraws, u.faults
     FROM uploads u JOIN local_scans l ON l.id = u.id LEFT JOIN rows r ON r.id = l.request_id
     WHERE ${isUploadDue}
     ORDER BY withdraws DESC, r.due_on, l.ordinal LIMIT @limit`,
  );
  const announced = db.prepare('UPDATE uploads SET is_announced = 1 WHERE id = ?');
  const ended = db.prepare(
    `UPDATE uploads SET state = ?, why = ?, is_withdrawn = ?, faults = 0, is_parked = 0, next_try_at = NULL
     WHERE id = ?`,
  );
  const failed = db.prepare(
    `UPDATE uploads SET attempts = attempts + 1, faults = faults + ?, why = ?, failed_at = ?, next_try_at = ?,
       is_parked = ? WHERE id = ?`,
  );
  const again = `UPDATE uploads SET attempts = 0, faults = 0, why = NULL, failed_at = NULL, next_try_at = NULL,
    is_parked = 0`;
  const againOne = db.prepare(`${again} WHERE id = ? AND state <> 'refused'`);
  const unpark = db.prepare(`${again} WHERE is_parked = 1`);
  const items = db.prepare<[ReturnType<typeof boundOf>], UploadRow>(
    `SELECT l.body, ${uploadShown} AS shown, u.attempts, u.why, u.failed_at AS failedAt,
       u.next_try_at AS nextTryAt, r.row, l.ended_at IS NOT NULL AS withdraws
     FROM ${listedUploads} LEFT JOIN rows r ON r.id = l.request_id
     WHERE @state IS NULL OR shown = @state ORDER BY l.ordinal DESC LIMIT @limit`,
  );
  const count = (what: string) =>
    db
      .prepare<[], number>(
        `SELECT count(*) FROM ${listedUploads} WHERE (u.state = 'waiting' OR ${withdraws}) AND ${what}`,
      )
      .pluck();
  const parked = count('u.is_parked = 1');
  const unsent = count('u.is_parked = 0');
  return {
    insert: (id: LocalScanId) => void insert.run(id),
    due: (now: Instant, limit: number): DueRow[] => due.all({ now, latest: latestTry(now, 'item'), limit }),
    announced: (id: LocalScanId) => void announced.run(id),
    ended(id: LocalScanId, end: UploadEnd): void {
      const isDone = end === 'accepted' || end === 'withdrawn';
      ended.run(isDone ? 'accepted' : 'refused', isDone ? null : end, Number(end === 'withdrawn'), id);
    },
    failed(id: LocalScanId, { why, isFault, at, nextTryAt }: UploadFailure): void {
      failed.run(Number(isFault), why, at, nextTryAt, Number(nextTryAt === null), id);
    },
    again: (id: LocalScanId) => void againOne.run(id),
    unparkAll: () => void unpark.run(),
    items: (query: ItemQuery): UploadRow[] => items.all(boundOf(query)),
    countParked: (): number => parked.get() ?? 0,
    countUnsent: (): number => unsent.get() ?? 0,
  };
}
