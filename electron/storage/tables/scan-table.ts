import type { BlobHash, RequestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest, Scan } from '../../../shared/domain/request.ts';
import type { Instant, IsoDate } from '../../../shared/domain/values.ts';
import { latestTry } from '../longest-wait.ts';
import { isOwnFault } from '../own-fault.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { MaskFailure, ScanFailure, StoredScan, WantedScan } from '../store.ts';

type StoredRow = Omit<Scan, 'masked'> &
  Pick<StoredScan, 'state' | 'why' | 'faults'> & { isMasked: number; nextTryAt: Instant | null };
type StoredUse = Omit<Scan, 'masked'> & { isMasked: number };
type WantedRow = Omit<WantedScan, 'masked'>;
interface Wish {
  now: Instant;
  latest: Instant;
  limit: number;
  neededBy: IsoDate | null;
}

/** What an officer needs soon: due by a day, or a review that was begun. Null: everything. */
export const isNeeded = `(@neededBy IS NULL OR coalesce(r.due_on <= @neededBy, 0)
  OR EXISTS (SELECT 1 FROM drafts d WHERE d.request_id = r.id))`;

const isDue = '(s.next_try_at <= @now OR s.next_try_at > @latest)';

/** Which scans the requests name, and which of them are here. The bytes are blobs. */
export function scanTable(db: SqlDatabase) {
  const add = db.prepare(
    `INSERT INTO scans (hash, size, mime, pages, is_masked, state, attempts) VALUES (?, ?, ?, ?, ?, ?, 0)
     ON CONFLICT (hash) DO UPDATE SET is_masked = min(is_masked, excluded.is_masked), size = excluded.size,
       mime = excluded.mime, pages = excluded.pages,
       state = CASE WHEN excluded.is_masked = 0 THEN 'unmasked' ELSE state END,
       attempts = CASE WHEN excluded.is_masked < is_masked THEN 0 ELSE attempts END,
       faults = CASE WHEN excluded.is_masked < is_masked THEN 0 ELSE faults END,
       why = CASE WHEN excluded.is_masked < is_masked THEN NULL ELSE why END,
       next_try_at = CASE WHEN excluded.is_masked < is_masked THEN NULL ELSE next_try_at END`,
  );
  const addUse = db.prepare(
    'INSERT INTO scan_requests (hash, request_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const clearUses = db.prepare('DELETE FROM scan_requests WHERE request_id = ?');
  const usesOf = db.prepare<[string], StoredUse>(
    `SELECT s.hash, s.size, s.mime, s.pages, s.is_masked AS isMasked
     FROM scan_requests u JOIN scans s ON s.hash = u.hash WHERE u.request_id = ?`,
  );
  const one = db.prepare<[string], StoredRow>(
    `SELECT hash, size, mime, pages, is_masked AS isMasked, state, why, faults, next_try_at AS nextTryAt
     FROM scans WHERE hash = ?`,
  );
  const uses = db
    .prepare<[string], RequestId>('SELECT request_id FROM scan_requests WHERE hash = ? ORDER BY request_id')
    .pluck();
  const wanted = db.prepare<[Wish], WantedRow>(
    `SELECT s.hash, s.size, s.mime, s.pages, s.attempts, s.faults, u.request_id AS requestId, min(r.due_on) AS dueOn
     FROM scans s JOIN scan_requests u ON u.hash = s.hash JOIN rows r ON r.id = u.request_id
     WHERE s.state <> 'ready' AND s.state = 'wanted' AND s.is_masked = 1 AND r.is_open = 1 AND r.is_removed = 0
       AND (s.next_try_at IS NULL OR ${isDue}) AND ${isNeeded}
     GROUP BY s.hash ORDER BY dueOn, s.hash LIMIT @limit`,
  );
  const missing = db
    .prepare<[], number>(
      `SELECT count(*) FROM scans s WHERE s.state <> 'ready' AND s.is_masked = 1 AND EXISTS (SELECT 1
       FROM scan_requests u JOIN rows r ON r.id = u.request_id
       WHERE u.hash = s.hash AND r.is_open = 1 AND r.is_removed = 0)`,
    )
    .pluck();
  const arrived = db.prepare(
    `UPDATE scans SET state = 'ready', why = NULL, failed_at = NULL, next_try_at = NULL
     WHERE hash = ? AND is_masked = 1`,
  );
  const failed = db.prepare(
    `UPDATE scans SET state = ?, attempts = attempts + 1, faults = faults + ?, why = ?, failed_at = ?,
       next_try_at = ?
     WHERE hash = ? AND state IN ('wanted', 'failed')`,
  );
  const callUnmasked = db
    .prepare<[string], string>(
      `UPDATE scans SET is_masked = 0, state = 'unmasked', attempts = 0, faults = 0, why = NULL, failed_at = NULL,
         next_try_at = NULL
       WHERE hash = ? AND is_masked = 1 RETURNING hash`,
    )
    .pluck();
  const again = `UPDATE scans SET state = iif(state = 'unmasked', 'unmasked', 'wanted'), attempts = 0, faults = 0,
       why = NULL, failed_at = NULL, next_try_at = NULL`;
  const againOne = db.prepare(`${again} WHERE hash = ? AND state IN ('wanted', 'failed', 'unmasked')`);
  const unpark = db
    .prepare<[], BlobHash>(
      `${again} WHERE state = 'failed' OR (state = 'unmasked' AND why NOT IN ('wants-hand', 'still-readable')
         AND next_try_at IS NULL) RETURNING hash`,
    )
    .pluck();
  const lost = db
    .prepare<[string], string>(
      `UPDATE scans SET state = 'wanted', attempts = 0, faults = 0, next_try_at = NULL
       WHERE hash = ? AND state = 'ready' RETURNING hash`,
    )
    .pluck();
  // One that was given up has a reason and no next try. `<> 'ready'` are the words of the index: without them every scan
  // is read.
  const toMask = `FROM scans s JOIN scan_requests u ON u.hash = s.hash JOIN rows r ON r.id = u.request_id
     WHERE s.state <> 'ready' AND s.state = 'unmasked' AND r.is_open = 1 AND r.is_removed = 0
       AND NOT EXISTS (SELECT 1 FROM masked_copies c WHERE c.original = s.hash)`;
  const maskable = db.prepare<[Wish], WantedRow>(
    `SELECT s.hash, s.size, s.mime, s.pages, s.attempts, s.faults, u.request_id AS requestId, min(r.due_on) AS dueOn
     ${toMask} AND (s.why IS NULL OR ${isDue}) AND ${isNeeded}
     GROUP BY s.hash ORDER BY dueOn, s.hash LIMIT @limit`,
  );
  const unmaskedCounts = db.prepare<[], { all: number; unsettled: number; byHand: number }>(
    `SELECT count(DISTINCT s.hash) AS "all", count(DISTINCT iif(s.why IN ('wants-hand', 'still-readable')
         AND s.next_try_at IS NULL, s.hash, NULL)) AS byHand,
       count(DISTINCT iif(s.why IS NULL OR s.next_try_at IS NOT NULL, s.hash, NULL)) AS unsettled ${toMask}`,
  );
  const parked = db
    .prepare<[], number>(
      `SELECT (SELECT count(DISTINCT s.hash) FROM scans s JOIN scan_requests u ON u.hash = s.hash
           JOIN rows r ON r.id = u.request_id WHERE s.state <> 'ready' AND s.state = 'failed' AND r.is_open = 1 AND r.is_removed = 0)
         + (SELECT count(DISTINCT s.hash) ${toMask} AND s.why NOT IN ('wants-hand', 'still-readable')
           AND s.next_try_at IS NULL)`,
    )
    .pluck();
  const maskFailed = db.prepare(
    `UPDATE scans SET attempts = attempts + 1, faults = faults + ?, why = ?, failed_at = ?, next_try_at = ?
     WHERE hash = ? AND state = 'unmasked'`,
  );
  const unmasked = db.prepare<[], BlobHash>('SELECT hash FROM scans WHERE is_masked = 0').pluck();
  return {
    /**
     * Takes over what a request names now and what is attached to it; what it no longer names is no longer wanted for it.
     * @returns the scans that were taken for masked ones until now.
     */
    setUses(request: MigrationRequest, isNew: boolean, attached: readonly { scan: Scan }[] = []): BlobHash[] {
      const named = [...request.documents, ...attached].flatMap(({ scan }) => scan ?? []);
      if (!isNew && isSame(usesOf.all(request.id), named)) return [];
      const exposed: BlobHash[] = [];
      if (!isNew) clearUses.run(request.id);
      for (const scan of named) {
        if (!scan.masked && one.get(scan.hash)?.isMasked === 1) exposed.push(scan.hash);
        const state = scan.masked ? 'wanted' : 'unmasked';
        add.run(scan.hash, scan.size, scan.mime, scan.pages, Number(scan.masked), state);
        addUse.run(scan.hash, request.id);
      }
      return exposed;
    },
    get(hash: BlobHash): StoredScan | null {
      const stored = one.get(hash);
      if (!stored) return null;
      const { isMasked, nextTryAt, ...scan } = stored;
      const isGivenUp = scan.why !== null && nextTryAt === null;
      return { ...scan, masked: isMasked === 1, isGivenUp, requestIds: uses.all(hash) };
    },
    uses: (hash: BlobHash): RequestId[] => uses.all(hash),
    wanted: (now: Instant, limit: number, neededBy: IsoDate | null = null): WantedScan[] =>
      wanted.all(wishOf(now, limit, neededBy)).map((row) => ({ ...wantedOf(row), masked: true })),
    missing: (): number => missing.get() ?? 0,
    countParked: (): number => parked.get() ?? 0,
    arrived: (hash: BlobHash) => void arrived.run(hash),
    failed(hash: BlobHash, why: ScanFailure, at: Instant, nextTryAt: Instant | null): void {
      const state = nextTryAt === null ? 'failed' : 'wanted';
      failed.run(state, Number(isOwnFault(why)), why, at, nextTryAt, hash);
    },
    /** Whether it was taken for a masked one until now. */
    callUnmasked: (hash: BlobHash): boolean => callUnmasked.get(hash) !== undefined,
    again: (hash: BlobHash) => void againOne.run(hash),
    /** Whether it was thought to be here. */
    lost: (hash: BlobHash): boolean => lost.get(hash) !== undefined,
    unmasked: (): BlobHash[] => unmasked.all(),
    toMask: (now: Instant, limit: number, neededBy: IsoDate | null = null): WantedScan[] =>
      maskable.all(wishOf(now, limit, neededBy)).map((row) => ({ ...wantedOf(row), masked: false })),
    /** Unmasked ones of which there is no masked copy, how many of these were not given up, and how many need a hand. */
    unmaskedCounts: () => unmaskedCounts.get() ?? { all: 0, unsettled: 0, byHand: 0 },
    maskFailed: (hash: BlobHash, why: MaskFailure, at: Instant, nextTryAt: Instant | null) =>
      void maskFailed.run(Number(isOwnFault(why)), why, at, nextTryAt, hash),
    /** Those that were parked and are wanted again; what waits for an officer's hand stays. */
    unparkAll: (): BlobHash[] => unpark.all(),
  };
}

/** Most versions of a request change a status only. */
function isSame(uses: readonly StoredUse[], named: readonly Scan[]): boolean {
  const inUse = new Set(uses.map(({ isMasked, ...scan }) => keyOf({ ...scan, masked: isMasked === 1 })));
  return new Set(named.map(keyOf)).size === inUse.size && named.every((scan) => inUse.has(keyOf(scan)));
}

function keyOf({ hash, size, mime, pages, masked }: Scan): string {
  return [hash, size, mime, pages, masked].join();
}

function wishOf(now: Instant, limit: number, neededBy: IsoDate | null): Wish {
  return { now, latest: latestTry(now, 'item'), limit, neededBy };
}

function wantedOf({ hash, size, mime, pages, requestId, attempts, faults }: WantedRow): WantedRow {
  return { hash, size, mime, pages, requestId, attempts, faults };
}
