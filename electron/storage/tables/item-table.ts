import type { Scan } from '../../../shared/domain/request.ts';
import type { Bilingual, Instant, IsoDate } from '../../../shared/domain/values.ts';
import {
  itemState,
  type ItemState,
  type ItemTotals,
  type ListedScan,
} from '../../../shared/ipc/views/outbox.ts';
import type { SignedTransferAct } from '../../../shared/sync/protocol.ts';
import type { ItemQuery } from '../item-store.ts';
import type { MissingScans } from '../missing-scans.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { isNeeded } from './scan-table.ts';
import { listedUploads, uploadShown } from './upload-shown.ts';

/** A query's values as the statements name them. */
interface Bound {
  state: ItemState | null;
  limit: number;
  underWay: string;
}

export interface ActRow extends Pick<SignedTransferAct, 'content'> {
  requestId: string;
  row: string | null;
  shown: ItemState;
  attempts: number;
  lastError: string | null;
  nextTryAt: Instant | null;
  answer: string | null;
}

export type ScanRow = Pick<Scan, 'hash' | 'size'> &
  Pick<ListedScan, 'requestId' | 'shown' | 'attempts' | 'why' | 'failedAt' | 'nextTryAt'> & { row: string };

const isUnderWay = (id: string) => `${id} IN (SELECT value FROM json_each(@underWay))`;

/** How a decision `d` stands. */
export const decisionShown = `CASE WHEN d.state IN ('sealed', 'sent') AND ${isUnderWay('d.id')} THEN 'under-way'
  WHEN d.state = 'sealed' THEN 'waiting' ELSE d.state END`;

const actShown = `CASE WHEN a.state <> 'unsent' THEN a.state WHEN ${isUnderWay('a.id')} THEN 'under-way'
  WHEN a.is_parked = 1 THEN 'parked' ELSE 'waiting' END`;

// An unmasked one that was given up has a reason and no next try.
const scanShown = `CASE WHEN ${isUnderWay('s.hash')} THEN 'under-way' WHEN s.state = 'failed' THEN 'parked'
  WHEN s.state = 'unmasked' AND s.why IS NOT NULL AND s.next_try_at IS NULL
    THEN iif(s.why IN ('wants-hand', 'still-readable'), 'hand', 'parked') ELSE 'waiting' END`;

// `CROSS`: from the few that are missing to their requests, else every scan of every request is read.
const missingScans = `scans s CROSS JOIN scan_requests u ON u.hash = s.hash JOIN rows r ON r.id = u.request_id
  WHERE s.state <> 'ready' AND r.is_open = 1 AND r.is_removed = 0
    AND NOT EXISTS (SELECT 1 FROM masked_copies c WHERE c.original = s.hash)`;

/** What the screens tell of the sync item by item, straight from the tables of the items. */
export function itemTable(db: SqlDatabase) {
  const acts = db.prepare<[Bound], ActRow>(
    `SELECT a.request_id AS requestId, a.content, ${actShown} AS shown, a.attempts, a.last_error AS lastError,
       a.next_try_at AS nextTryAt, a.answer, r.row
     FROM transfer_acts a LEFT JOIN rows r ON r.id = a.request_id
     WHERE @state IS NULL OR shown = @state ORDER BY a.ordinal DESC LIMIT @limit`,
  );
  const scans = db.prepare<[Bound], ScanRow>(
    `SELECT s.hash, s.size, ${scanShown} AS shown, s.attempts, s.why, s.failed_at AS failedAt,
       s.next_try_at AS nextTryAt, u.request_id AS requestId, r.row, min(r.due_on) AS dueOn
     FROM ${missingScans} AND (@state IS NULL OR shown = @state)
     GROUP BY s.hash ORDER BY shown = 'under-way' DESC, dueOn, s.hash LIMIT @limit`,
  );
  const missing = db.prepare<[{ neededBy: IsoDate | null }], MissingScans>(
    `SELECT count(*) AS scans, coalesce(sum(size), 0) AS bytes FROM
       (SELECT s.size FROM ${missingScans} GROUP BY s.hash
        HAVING @neededBy IS NULL OR NOT max(${isNeeded}))`,
  );
  const totals = {
    decision: counted(db, decisionShown, "decisions d WHERE d.state <> 'undone'"),
    act: counted(db, actShown, 'transfer_acts a'),
    scan: counted(db, scanShown, missingScans, 'DISTINCT s.hash'),
    upload: counted(db, uploadShown, listedUploads),
  };
  return {
    totals(underWay: readonly string[]): ItemTotals {
      const bound = { underWay: JSON.stringify(underWay) };
      return {
        decision: countsOf(totals.decision.all(bound)),
        act: countsOf(totals.act.all(bound)),
        scan: countsOf(totals.scan.all(bound)),
        upload: countsOf(totals.upload.all(bound)),
      };
    },
    missingScans: (neededBy: IsoDate | null): MissingScans =>
      missing.get({ neededBy }) ?? { scans: 0, bytes: 0 },
    acts: (query: ItemQuery): ActRow[] => acts.all(boundOf(query)),
    scans: (query: ItemQuery): ScanRow[] => scans.all(boundOf(query)),
  };
}

export function boundOf({ state, limit, underWay }: ItemQuery): Bound {
  return { state, limit, underWay: JSON.stringify(underWay) };
}

/** What an item tells of its request, from the request's row; one that is not here has its id only. */
export function requestFacts(
  row: string | null,
  id: string,
): { requestNo: string; kioskCode: string; centreName: Bilingual } {
  if (row === null) return { requestNo: id, kioskCode: '', centreName: { hi: '', en: '' } };
  const { requestNo, kioskCode, centreName } = JSON.parse(row) as ReturnType<typeof requestFacts>;
  return { requestNo, kioskCode, centreName };
}

interface Counted {
  shown: ItemState;
  count: number;
}

function counted(db: SqlDatabase, shown: string, from: string, what = '*') {
  return db.prepare<[Pick<Bound, 'underWay'>], Counted>(
    `SELECT ${shown} AS shown, count(${what}) AS count FROM ${from} GROUP BY 1`,
  );
}

function countsOf(rows: readonly Counted[]): Record<ItemState, number> {
  const none = Object.fromEntries(itemState.options.map((state) => [state, 0])) as Record<ItemState, number>;
  return { ...none, ...Object.fromEntries(rows.map(({ shown, count }) => [shown, count])) };
}
