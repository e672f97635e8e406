import { followUpsOf } from '../../shared/domain/transfer/follow-ups.ts';
import { reconcile, toAcknowledge } from '../../shared/domain/transfer/reconcile.ts';
import type { TransferRow, TransferView } from '../../shared/ipc/views/transfer-view.ts';
import type { StoredTransfer } from '../storage/store.ts';

/** A transfer with what this desk makes of it; the same for the window and for paper. */
export function transferViewOf({ transfer, centreName, unsentActs }: StoredTransfer): TransferView {
  const lines = reconcile(transfer);
  return {
    transfer,
    centreName,
    lines,
    toAcknowledge: toAcknowledge(transfer, lines),
    followUps: followUpsOf(transfer),
    unsentActs,
  };
}

export function transferRowOf(stored: StoredTransfer): TransferRow {
  const { transfer, centreName, lines, toAcknowledge: open, followUps } = transferViewOf(stored);
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
    toAcknowledge: open.length,
    followUpsOpen: followUps.filter((followUp) => followUp.doneAt === null).length,
  };
}
