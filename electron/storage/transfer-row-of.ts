import { followUpsOf } from '../../shared/domain/transfer/follow-ups.ts';
import { reconcile, toAcknowledge } from '../../shared/domain/transfer/reconcile.ts';
import type { TransferRow } from '../../shared/ipc/views/transfer-view.ts';
import type { StoredTransfer } from './store.ts';

/** One row of the list: a transfer without its snapshots, and what of it is still to be done. */
export function transferRowOf({ transfer, centreName }: StoredTransfer): TransferRow {
  const lines = reconcile(transfer);
  const { requestId, requestNo, oldKioskCode, newKioskCode, fromLspId, toLspId } = transfer;
  const { state, failure, updatedAt } = transfer;
  return {
    requestId,
    requestNo,
    oldKioskCode,
    newKioskCode,
    fromLspId,
    toLspId,
    state,
    failure,
    updatedAt,
    centreName,
    differences: lines.filter((line) => line.verdict === 'differs').length,
    toAcknowledge: toAcknowledge(transfer, lines).length,
    followUpsOpen: followUpsOf(transfer).filter((followUp) => followUp.doneAt === null).length,
  };
}
