import Database from 'better-sqlite3-multiple-ciphers';
import type { SqlDatabase } from '../sql-database.ts';

export interface ReadRows<Row> {
  rows: Row[];
  /** Nothing of the table stood in the way. */
  isWhole: boolean;
}

/** More of one table than an office makes in years. */
const mostRows = 200_000;
/** Places behind an unreadable page that are tried one by one: a page holds a hundred rows at most. */
const mostProbes = 4000;

/**
 * The rows of a damaged table, in the order of their row ids, past pages that cannot be read: behind such a page each
 * row id is tried for itself.
 * @param columns as in SQL, each with a name of its own.
 */
export function readableRows<Row>(db: SqlDatabase, table: string, columns: string): ReadRows<Row> {
  type Found = Row & { place: number };
  const rows: Row[] = [];
  const select = `SELECT rowid AS place, ${columns} FROM ${table} WHERE rowid`;
  let isWhole = true;
  try {
    const next = db.prepare<[number], Found>(`${select} > ? ORDER BY rowid LIMIT 1`);
    const exact = db.prepare<[number], Found>(`${select} = ?`);
    for (let last = 0, missed = 0; rows.length < mostRows;) {
      const found = tryRead(() => (missed === 0 ? next.get(last) : exact.get(last + 1)));
      if (found.isReadable && found.row !== undefined) {
        rows.push(found.row);
        last = found.row.place;
        missed = 0;
        continue;
      }
      if (found.isReadable && missed === 0) break;
      isWhole = false;
      if (missed > 0) last += 1;
      missed += 1;
      if (missed > mostProbes) break;
    }
  } catch (error) {
    // The table's own definition is gone.
    if (!(error instanceof Database.SqliteError)) throw error;
    isWhole = false;
  }
  return { rows, isWhole };
}

/** The rows of a small table without row ids, from both ends towards what cannot be read. */
export function readableEnds<Row>(db: SqlDatabase, select: string, key: string): ReadRows<Row> {
  const rows = new Map<unknown, Row>();
  let isWhole = true;
  for (const order of ['ASC', 'DESC']) {
    const read = tryRead(() => {
      const statement = db.prepare<[number], Row & Record<string, unknown>>(
        `${select} ORDER BY ${key} ${order} LIMIT 1 OFFSET ?`,
      );
      for (let nth = 0; nth < mostRows; nth += 1) {
        const row = statement.get(nth);
        if (row === undefined) return;
        rows.set(row[key], row);
      }
    });
    isWhole &&= read.isReadable;
    if (read.isReadable) break;
  }
  return { rows: [...rows.values()], isWhole };
}

/** @throws whatever is no fault of the file. */
export function tryRead<Value>(read: () => Value): { isReadable: boolean; row: Value | undefined } {
  try {
    return { isReadable: true, row: read() };
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return { isReadable: false, row: undefined };
  }
}
