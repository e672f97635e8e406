import type { RequestId } from '../../../shared/domain/ids.ts';
import { transfer as transferSchema, type Transfer } from '../../../shared/domain/transfer/transfer.ts';
import type { TransferRow } from '../../../shared/ipc/views/transfer-view.ts';
import type { SqlDatabase } from '../sql-database.ts';

interface Stored {
  body: string;
  /** The request's row, where the request is here. */
  row: string | null;
}

export interface TransferRecord {
  transfer: Transfer;
  row: string | null;
}

/** A transfer for the list; its row is null where it is still to be made. */
export interface ListedTransfer {
  requestId: RequestId;
  row: string | null;
  /** The request's own, as JSON, where the request is here. */
  centreName: string | null;
}

/** Transfers as received, by the request whose records they move. */
export function transferTable(db: SqlDatabase) {
  const version = db.prepare<[string], number>('SELECT version FROM transfers WHERE request_id = ?').pluck();
  const upsert = db.prepare(
    `INSERT OR REPLACE INTO transfers (request_id, version, old_code, new_code, body) VALUES (?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare('DELETE FROM transfers WHERE request_id = ?');
  const joined = 'SELECT t.body, r.row FROM transfers t LEFT JOIN rows r ON r.id = t.request_id';
  const one = db.prepare<[string], Stored>(`${joined} WHERE t.request_id = ?`);
  const listed = db.prepare<[], ListedTransfer>(
    `SELECT t.request_id AS requestId, t.list_row AS row, json_extract(r.row, '$.centreName') AS centreName
     FROM transfers t LEFT JOIN rows r ON r.id = t.request_id ORDER BY t.request_id`,
  );
  const keepRow = db.prepare('UPDATE transfers SET list_row = ? WHERE request_id = ?');
  return {
    version: (id: string): number | null => version.get(id) ?? null,
    upsert({ requestId, oldKioskCode, newKioskCode }: Transfer, itemVersion: number, body: string): void {
      upsert.run(requestId, itemVersion, oldKioskCode, newKioskCode, body);
    },
    remove: (id: string) => void remove.run(id),
    get: (id: RequestId): TransferRecord | null => recordOf(one.get(id)),
    keepRow: (row: TransferRow) => void keepRow.run(JSON.stringify(row), row.requestId),
    listed: (): ListedTransfer[] => listed.all(),
  };
}

function recordOf(stored: Stored | undefined): TransferRecord | null {
  return stored ? { transfer: transferSchema.parse(JSON.parse(stored.body)), row: stored.row } : null;
}
