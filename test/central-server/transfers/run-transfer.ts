import type { Transfer, TransferFailure, TransferStage } from '../../../shared/domain/transfer/transfer.ts';
import type { ServerContext } from '../context.ts';
import type { Database } from '../database/open-database.ts';
import { lockRequests } from '../decisions/push-queries.ts';
import { removeItem, writeItem } from '../feed/write-item.ts';
import { checkKiosks } from './check-kiosks.ts';
import { moveRecords, switchIds } from './move-records.ts';
import { readSnapshot } from './read-snapshot.ts';
import { dropTransfer, lockTransfer, writeTransfer } from './transfer-rows.ts';
import { TransferStopped, type StepHook } from './transfer-step.ts';
import { transferredRequest } from './transferred-request.ts';

/** All that a transfer needs of the server. */
export type TransferContext = Pick<ServerContext, 'database' | 'now'>;

/** `dropped`: the request is no longer approved. `nothing`: there is no such transfer, or it is done. */
export type TransferEnd = 'completed' | 'failed' | 'dropped' | 'nothing';

const noHook: StepHook = () => Promise.resolve();
const firstRetryMilliseconds = 5000;
const longestRetryMilliseconds = 3_600_000;

/**
 * Moves the records of an approved request, whole or not at all: one transaction locks the request, then its transfer,
 * then the kiosks, in this order everywhere. Why it could not be done is written down after the rollback.
 */
export async function runTransfer(
  context: TransferContext,
  requestId: string,
  hook: StepHook = noHook,
): Promise<TransferEnd> {
  try {
    return await context.database
      .transaction()
      .execute((transaction) => transferIn(transaction, context.now, requestId, hook));
  } catch (error) {
    return recordFailure(
      context,
      requestId,
      error instanceof TransferStopped ? error.failure : 'interrupted',
    );
  }
}

async function transferIn(
  database: Database,
  now: () => Date,
  requestId: string,
  hook: StepHook,
): Promise<TransferEnd> {
  const known = (await lockRequests(database, [requestId])).get(requestId);
  await hook('request-locked', database);
  const waiting = await lockTransfer(database, requestId);
  await hook('transfer-locked', database);
  if (waiting === null || waiting.transfer.state === 'completed') return 'nothing';
  if (known?.request.status !== 'approved') {
    await dropTransfer(database, requestId);
    return 'dropped';
  }
  const transfer = await inDistrictOf(database, waiting.transfer, known.request.districtId);
  await checkKiosks(database, transfer, hook);
  const completed = await moveAndRecord(database, now, transfer, hook);

  const request = transferredRequest(known.request, now());
  const { id, districtId, version } = request;
  await writeItem(database, { kind: 'request', id, districtId, version, body: request });
  await hook('request-written', database);
  await writeTransfer(database, completed);
  await hook('transfer-written', database);
  return 'completed';
}

/** The snapshots are the tables' own word before and after: neither is worked out from what was moved. */
async function moveAndRecord(
  database: Database,
  now: () => Date,
  transfer: Transfer,
  hook: StepHook,
): Promise<Transfer> {
  const stages = transfer.stages.filter((each) => each.stage === 'approved');
  const reached = (stage: TransferStage) => stages.push({ stage, at: now().toISOString() });
  const { oldKioskCode, newKioskCode } = transfer;

  const before = await readSnapshot(database, oldKioskCode, now());
  reached('before-recorded');
  await hook('before-recorded', database);
  await moveRecords(database, transfer, hook);
  reached('records-moved');
  await switchIds(database, transfer, hook);
  reached('ids-switched');
  const after = await readSnapshot(database, newKioskCode ?? oldKioskCode, now());
  await hook('after-recorded', database);
  const oldAfter = newKioskCode === null ? null : await readSnapshot(database, oldKioskCode, now());
  reached('after-recorded');
  await hook('old-after-recorded', database);
  reached('completed');
  return {
    ...transfer,
    ...{ state: 'completed', failure: null, stages, before, after, oldAfter },
    updatedAt: now().toISOString(),
  };
}

/** A request that moved to another district takes its transfer along. */
async function inDistrictOf(
  database: Database,
  transfer: Transfer,
  districtId: Transfer['districtId'],
): Promise<Transfer> {
  if (transfer.districtId === districtId) return transfer;
  await removeItem(database, 'transfer', transfer.requestId, transfer.districtId);
  return { ...transfer, districtId };
}

/**
 * In a transaction of its own. A transfer that is completed after all (its commit came through, the answer did not)
 * stays so. The same failure again is not news for the desks.
 */
async function recordFailure(
  { database, now }: TransferContext,
  requestId: string,
  failure: TransferFailure,
): Promise<TransferEnd> {
  return database.transaction().execute(async (transaction) => {
    const known = await lockTransfer(transaction, requestId);
    if (known === null) return 'nothing';
    if (known.transfer.state === 'completed') return 'completed';
    const wait = Math.min(
      firstRetryMilliseconds * 2 ** Math.min(known.attempts, 20),
      longestRetryMilliseconds,
    );
    const not_before = new Date(now().getTime() + wait).toISOString();
    await transaction
      .updateTable('transfers')
      .set({ attempts: known.attempts + 1, not_before })
      .where('request_id', '=', requestId)
      .execute();
    if (known.transfer.failure !== failure) {
      const updatedAt = now().toISOString();
      await writeTransfer(transaction, { ...known.transfer, state: 'failed', failure, updatedAt });
    }
    return 'failed';
  });
}
