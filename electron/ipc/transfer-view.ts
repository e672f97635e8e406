import { followUpsOf } from '../../shared/domain/transfer/follow-ups.ts';
import { reconcile, toAcknowledge } from '../../shared/domain/transfer/reconcile.ts';
import type { TransferView } from '../../shared/ipc/views/transfer-view.ts';
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
