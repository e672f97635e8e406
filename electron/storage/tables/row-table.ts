import type { RequestId } from '../../../shared/domain/ids.ts';
import type { ClockPause } from '../../../shared/domain/request.ts';
import { betweenTokens } from '../../../shared/domain/search-tokens.ts';
import { withState, type RowState, type SlimRow } from '../../../shared/domain/slim-row.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** What the queue shows of a request, ready to be handed over, and what decides whether it is in the working set. */
export interface RowRecord {
  row: SlimRow;
  districtId: string;
  /** The server's; `pausesAtDesk` adds what this desk decided. */
  pauses: ClockPause[];
  isOpen: boolean;
  isRemoved: boolean;
  /** A decision of this desk speaks for it: it stays in the set until the server has answered. */
  hasStanding: boolean;
  /** The day of the last thing that happened to it. */
  recentOn: IsoDate;
  inSet: boolean;
}

/** As it stands in the table: a row that an older version of the app wrote last has its tokens as a list. */
type StoredRow = SlimRow | (Omit<SlimRow, 'tokens'> & { tokens: readonly string[] });

interface Stored {
  districtId: string;
  pauses: string;
  isOpen: number;
  isRemoved: number;
  hasStanding: number;
  recentOn: string;
  inSet: number;
  row: string;
}

const columns = `district_id AS districtId, pauses, is_open AS isOpen, is_removed AS isRemoved,
  has_standing AS hasStanding, recent_on AS recentOn, in_set AS inSet, row`;

/** Those whose place in the set depends on the day: neither open nor waiting for an answer. */
const settled = 'is_open = 0 AND has_standing = 0 AND is_removed = 0';

export function rowTable(db: SqlDatabase) {
  const one = db.prepare<[string], Stored>(`SELECT ${columns} FROM rows WHERE id = ?`);
  const write = db.prepare(
    `INSERT INTO rows (id, district_id, received_on, due_on, pauses, is_paused, is_open, is_removed, has_standing,
       recent_on, in_set, row)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET district_id = excluded.district_id, received_on = excluded.received_on,
       due_on = excluded.due_on, pauses = excluded.pauses, is_paused = excluded.is_paused, is_open = excluded.is_open,
       is_removed = excluded.is_removed, has_standing = excluded.has_standing, recent_on = excluded.recent_on,
       in_set = excluded.in_set, row = excluded.row`,
  );
  // Without `in_set`, so that the set's index is left alone: its pages would be a fifth of all that a change writes.
  const writeInPlace = db.prepare(
    `UPDATE rows SET district_id = ?, received_on = ?, due_on = ?, pauses = ?, is_paused = ?, is_open = ?,
       is_removed = ?, has_standing = ?, recent_on = ?, row = ? WHERE id = ?`,
  );
  const overlay = db.prepare(
    'UPDATE rows SET has_standing = ?, recent_on = ?, in_set = ?, row = ? WHERE id = ?',
  );
  const overlayInPlace = db.prepare('UPDATE rows SET has_standing = ?, recent_on = ?, row = ? WHERE id = ?');
  // All of it stands in the index: in a large push, reading the rows would take most of the time.
  const shown = db.prepare<[string], { decisionId: string | null; version: number }>(
    `SELECT json_extract(row, '$.decision.id') AS decisionId, json_extract(row, '$.version') AS version
     FROM rows INDEXED BY rows_standing WHERE id = ? AND in_set = 1 AND has_standing = 1 AND is_paused = 0`,
  );
  const toldState = db.prepare<[string], Pick<RowState, 'revision' | 'state'>>(
    'SELECT state, state_revision AS revision FROM decisions WHERE id = ?',
  );
  const page = db.prepare<[string, number], Pick<Stored, 'row' | 'hasStanding'>>(
    `SELECT row, has_standing AS hasStanding FROM rows INDEXED BY rows_in_set
     WHERE in_set = 1 AND id > ? ORDER BY id LIMIT ?`,
  );
  const total = db.prepare<[], number>('SELECT count(*) FROM rows WHERE in_set = 1').pluck();
  const inSet = db.prepare<[], Stored>(`SELECT ${columns} FROM rows WHERE in_set = 1`);
  const paused = db.prepare<[], Stored>(`SELECT ${columns} FROM rows WHERE in_set = 1 AND is_paused = 1`);
  const leaving = db.prepare<[string], Stored>(
    `SELECT ${columns} FROM rows WHERE in_set = 1 AND ${settled} AND recent_on < ?`,
  );
  const returning = db.prepare<[string], Stored>(
    `SELECT ${columns} FROM rows WHERE in_set = 0 AND ${settled} AND recent_on >= ?`,
  );

  /** A state that was told alone stands with the decision: writing the row for it would double what a push writes. */
  function rowOf({ row: text, hasStanding }: Pick<Stored, 'row' | 'hasStanding'>): SlimRow {
    const row = withTokensAsText(JSON.parse(text) as StoredRow);
    const decision = hasStanding === 1 ? row.decision : null;
    const told = decision && toldState.get(decision.id);
    return told ? withState(row, { id: row.id, decisionId: decision.id, ...told }) : row;
  }

  function present(stored: Stored): RowRecord {
    return {
      row: rowOf(stored),
      districtId: stored.districtId,
      pauses: JSON.parse(stored.pauses) as ClockPause[],
      isOpen: stored.isOpen === 1,
      isRemoved: stored.isRemoved === 1,
      hasStanding: stored.hasStanding === 1,
      recentOn: stored.recentOn,
      inSet: stored.inSet === 1,
    };
  }

  return {
    get(id: RequestId): RowRecord | null {
      const found = one.get(id);
      return found ? present(found) : null;
    },
    /** @param wasInSet as it stands in the table; null where it has no row, or may have none. */
    write(record: RowRecord, wasInSet: boolean | null): void {
      const { row } = record;
      const flags = [row.paused, record.isOpen, record.isRemoved, record.hasStanding].map(Number);
      const { districtId, recentOn } = record;
      const pauses = JSON.stringify(record.pauses);
      const text = JSON.stringify(row);
      const facts = [districtId, row.receivedOn, row.dueOn, pauses, ...flags, recentOn];
      if (record.inSet === wasInSet) writeInPlace.run(...facts, text, row.id);
      else write.run(row.id, ...facts, Number(record.inSet), text);
    },
    /** Only what a decision or a draft changes. @param wasInSet as it stands in the table. */
    writeOverlay({ row, hasStanding, recentOn, inSet: isInSet }: RowRecord, wasInSet: boolean): void {
      const facts = [Number(hasStanding), recentOn];
      const text = JSON.stringify(row);
      if (isInSet === wasInSet) overlayInPlace.run(...facts, text, row.id);
      else overlay.run(...facts, Number(isInSet), text, row.id);
    },
    /**
     * Whether a decision that is sealed, sent or accepted now takes its row along: nothing of that changes but the state,
     * which `rowOf` adds. False where the row shows another decision, or may change by it otherwise.
     */
    follows({ id, decisionId, state }: RowState, requestVersion: number): boolean {
      const row = shown.get(id);
      if (row?.decisionId !== decisionId) return false;
      return state !== 'accepted' || row.version <= requestVersion;
    },
    page: (after: RequestId | null, limit: number): SlimRow[] => page.all(after ?? '', limit).map(rowOf),
    total: (): number => total.get() ?? 0,
    inSet: () => inSet.all().map(present),
    paused: () => paused.all().map(present),
    leaving: (before: IsoDate) => leaving.all(before).map(present),
    returning: (since: IsoDate) => returning.all(since).map(present),
  };
}

function withTokensAsText(row: StoredRow): SlimRow {
  return hasTokensAsText(row) ? row : { ...row, tokens: row.tokens.join(betweenTokens) };
}

function hasTokensAsText(row: StoredRow): row is SlimRow {
  return typeof row.tokens === 'string';
}

export type RowTable = ReturnType<typeof rowTable>;
