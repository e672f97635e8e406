import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { followUpsOf } from '../../../shared/domain/transfer/follow-ups.ts';
import { reconcile } from '../../../shared/domain/transfer/reconcile.ts';
import type { TransferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import { lineKey, type Transfer } from '../../../shared/domain/transfer/transfer.ts';
import type { TransferActAnswer } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import type { Database } from '../database/open-database.ts';
import type { PushingDevice } from '../decisions/sealed-item.ts';
import { readAct, type ActRefusal, type ReadAct } from './read-act.ts';
import { lockTransfer, writeTransfer } from './transfer-rows.ts';

/** As many as a transfer's item may have. */
const mostActs = 200;

/**
 * Answers what officers did about transfers, one answer for each in the order of the items (null where it has no id to
 * answer to). The whole batch is one transaction; transfers are locked in the order of their requests' ids.
 */
export async function acceptActs(
  context: ServerContext,
  device: PushingDevice,
  raw: readonly unknown[],
): Promise<(TransferActAnswer | null)[]> {
  const items = raw.map((each) => readAct(each, device));
  return context.database.transaction().execute(async (database) => {
    const transfers = await lockTransfersOf(database, items);
    const answers: (TransferActAnswer | null)[] = [];
    const changed = new Set<string>();
    for (const item of items) {
      if (item.id === null) {
        answers.push(null);
        continue;
      }
      const refusal =
        item.refusal ?? (await takeAct(database, context.now(), device, item, transfers, changed));
      answers.push(
        refusal === null
          ? { id: item.id, result: 'accepted' }
          : { id: item.id, result: 'refused', reason: refusal },
      );
    }
    for (const id of changed) {
      const transfer = transfers.get(id);
      if (transfer) await writeTransfer(database, transfer);
    }
    return answers;
  });
}

async function lockTransfersOf(
  database: Database,
  items: readonly ReadAct[],
): Promise<Map<string, Transfer>> {
  const ids = new Set(items.flatMap((item) => (item.act ? [item.act.requestId as string] : [])));
  const transfers = new Map<string, Transfer>();
  for (const id of [...ids].sort()) {
    const known = await lockTransfer(database, id);
    if (known) transfers.set(id, known.transfer);
  }
  return transfers;
}

/** Null when the act stands, now or since an earlier time. */
async function takeAct(
  database: Database,
  now: Date,
  device: PushingDevice,
  { act, signed }: Extract<ReadAct, { refusal: null }>,
  transfers: Map<string, Transfer>,
  changed: Set<string>,
): Promise<ActRefusal | null> {
  if (act.districtId !== device.districtId) return 'not-your-district';
  const past = await database
    .selectFrom('transfer_acts')
    .select('content')
    .where('id', '=', act.id)
    .executeTakeFirst();
  // Another act under a used id is not the one that was accepted.
  if (past) return past.content === signed.content ? null : 'unreadable';
  const transfer = transfers.get(act.requestId);
  if (transfer === undefined) return 'transfer-unknown';
  if (transfer.districtId !== device.districtId) return 'not-your-district';
  const refusal = objectionTo(act, transfer);
  if (refusal !== null) return refusal;
  await database
    .insertInto('transfer_acts')
    .values({
      id: act.id,
      request_id: act.requestId,
      officer_id: act.officerId,
      device_id: act.deviceId,
      content: signed.content,
      officer_signature: signed.officerSignature,
      accepted_at: now.toISOString(),
    })
    .execute();
  const updatedAt = now.toISOString();
  transfers.set(act.requestId, { ...transfer, acts: [...transfer.acts, act], updatedAt });
  changed.add(act.requestId);
  return null;
}

/**
 * A second officer may acknowledge the same difference again: both did it without knowing of each other. A named line
 * that the reconciliation does not have is text like any other.
 */
function objectionTo({ act }: TransferAct, transfer: Transfer): ActRefusal | null {
  if (transfer.acts.length >= mostActs) return 'nothing-to-do';
  if (act.kind === 'follow-up-done') {
    return followUpsOf(transfer).some(({ kind }) => kind === act.followUp) ? null : 'nothing-to-do';
  }
  const lines = reconcile(transfer);
  const known = new Set(lines.map(lineKey));
  if (act.lines.some((line) => !known.has(line) && containsAadhaarNumber(line))) {
    return 'aadhaar-number-in-text';
  }
  const differing = new Set(lines.filter((line) => line.verdict === 'differs').map(lineKey));
  return act.lines.some((line) => differing.has(line)) ? null : 'nothing-to-do';
}
