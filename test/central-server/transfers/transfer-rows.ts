import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { transfer as transferSchema, type Transfer } from '../../../shared/domain/transfer/transfer.ts';
import type { Database } from '../database/open-database.ts';
import { removeItem, writeItem, type FeedItem } from '../feed/write-item.ts';

export interface KnownTransfer {
  transfer: Transfer;
  attempts: number;
}

/** The transfer that an approval has put in line. A new ID that is the old one is none. */
export function waitingTransfer(request: MigrationRequest, at: Date): Transfer {
  const isNew = request.newKioskCode !== null && request.newKioskCode !== '';
  const newKioskCode = isNew && request.newKioskCode !== request.kioskCode ? request.newKioskCode : null;
  return {
    requestId: request.id,
    districtId: request.districtId,
    requestNo: request.requestNo,
    oldKioskCode: request.kioskCode,
    newKioskCode,
    fromLspId: request.currentLspId,
    toLspId: request.targetLspId,
    state: 'waiting',
    failure: null,
    stages: [{ stage: 'approved', at: at.toISOString() }],
    ...{ before: null, after: null, oldAfter: null, acts: [] },
    updatedAt: at.toISOString(),
  };
}

export function transferItem(transfer: Transfer): FeedItem {
  return { kind: 'transfer', id: transfer.requestId, districtId: transfer.districtId, body: transfer };
}

/** Puts approved requests in line, in the transaction of their approval, so that none is forgotten. */
export async function announceTransfers(
  database: Database,
  requests: readonly MigrationRequest[],
  at: Date,
): Promise<void> {
  for (const request of requests) {
    const transfer = waitingTransfer(request, at);
    const row = {
      district_id: transfer.districtId,
      state: transfer.state,
      failure: null,
      not_before: at.toISOString(),
      attempts: 0,
      body: JSON.stringify(transfer),
    };
    const written = await database
      .insertInto('transfers')
      .values({ request_id: request.id, ...row })
      .onConflict((conflict) =>
        conflict.column('request_id').doUpdateSet(row).where('transfers.state', '<>', 'completed'),
      )
      .returning('request_id')
      .executeTakeFirst();
    if (written) await writeItem(database, transferItem(transfer));
  }
}

/** Held until the transaction ends. Null when there is none. */
export async function lockTransfer(database: Database, requestId: string): Promise<KnownTransfer | null> {
  const row = await database
    .selectFrom('transfers')
    .select(['body', 'attempts'])
    .where('request_id', '=', requestId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  return { transfer: transferSchema.parse(JSON.parse(row.body)), attempts: row.attempts };
}

/** A changed transfer, in its table and for every desk of its district. */
export async function writeTransfer(database: Database, transfer: Transfer): Promise<void> {
  const parsed = transferSchema.parse(transfer);
  const { districtId: district_id, state, failure } = parsed;
  await database
    .updateTable('transfers')
    .set({ district_id, state, failure, body: JSON.stringify(parsed) })
    .where('request_id', '=', parsed.requestId)
    .execute();
  await writeItem(database, transferItem(parsed));
}

/** Takes a transfer out of the line whose request is no longer approved. */
export async function dropTransfer(database: Database, requestId: string): Promise<void> {
  await database.deleteFrom('transfers').where('request_id', '=', requestId).execute();
  await removeItem(database, 'transfer', requestId);
}
