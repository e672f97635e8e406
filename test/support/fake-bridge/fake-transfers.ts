import type { RequestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { deviceId } from '../../../shared/domain/ids.ts';
import { followUpsOf } from '../../../shared/domain/transfer/follow-ups.ts';
import { reconcile, toAcknowledge } from '../../../shared/domain/transfer/reconcile.ts';
import { transferActId, type TransferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import type { Transfer } from '../../../shared/domain/transfer/transfer.ts';
import type { Bilingual } from '../../../shared/domain/values.ts';
import type { TransferRow, TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { sampleTransfer } from './sample-transfers.ts';
import { sampleDistrict, sampleOfficer } from './sample-office.ts';
import type { FakeVault } from './fake-vault.ts';

/** The approved requests' transfers, with the acts of this desk. The main process' own computations judge them. */
export class FakeTransfers {
  readonly #vault: FakeVault;
  readonly #transfers = new Map<RequestId, Transfer>();
  readonly #unsent = new Map<RequestId, number>();

  constructor(vault: FakeVault, now: number) {
    this.#vault = vault;
    const approved = [...vault.requests.values()].filter(({ status }) => status === 'approved').slice(0, 24);
    approved.forEach((request, index) => {
      const transfer = sampleTransfer(request, index, now);
      this.#transfers.set(request.id, transfer);
      if (transfer.state !== 'completed') return;
      const { newKioskCode } = transfer;
      vault.requests.set(request.id, { ...request, status: 'transferred', newKioskCode });
    });
  }

  rows(): TransferRow[] {
    return [...this.#transfers.values()].map((transfer) => {
      const view = this.#viewOf(transfer);
      return {
        requestId: transfer.requestId,
        requestNo: transfer.requestNo,
        oldKioskCode: transfer.oldKioskCode,
        newKioskCode: transfer.newKioskCode,
        fromLspId: transfer.fromLspId,
        toLspId: transfer.toLspId,
        state: transfer.state,
        failure: transfer.failure,
        updatedAt: transfer.updatedAt,
        centreName: view.centreName,
        differences: view.lines.filter(({ verdict }) => verdict === 'differs').length,
        toAcknowledge: view.toAcknowledge.length,
        followUpsOpen: view.followUps.filter(({ doneAt }) => doneAt === null).length,
      };
    });
  }

  view(id: RequestId): TransferView | null {
    const transfer = this.#transfers.get(id);
    return transfer ? this.#viewOf(transfer) : null;
  }

  act(id: RequestId, act: TransferAct['act'], now: number): TransferView | null {
    const transfer = this.#transfers.get(id);
    if (!transfer) return null;
    const entry: TransferAct = {
      protocol: 1,
      id: transferActId.parse(
        `0193a0c0-0000-7000-9000-${String(transfer.acts.length + 1).padStart(12, '0')}`,
      ),
      requestId: id,
      districtId: sampleDistrict.id,
      act,
      officerId: sampleOfficer.id,
      deviceId: deviceId.parse('device-1'),
      at: instantOf(now),
    };
    const acted = { ...transfer, acts: [...transfer.acts, entry] };
    this.#transfers.set(id, acted);
    this.#unsent.set(id, (this.#unsent.get(id) ?? 0) + 1);
    return this.#viewOf(acted);
  }

  unsentActs(): number {
    return [...this.#unsent.values()].reduce((sum, count) => sum + count, 0);
  }

  #viewOf(transfer: Transfer): TransferView {
    const lines = reconcile(transfer);
    return {
      transfer,
      centreName: this.#centreName(transfer.requestId),
      lines,
      toAcknowledge: toAcknowledge(transfer, lines),
      followUps: followUpsOf(transfer),
      unsentActs: this.#unsent.get(transfer.requestId) ?? 0,
    };
  }

  #centreName(id: RequestId): Bilingual {
    return this.#vault.requests.get(id)?.centreName ?? { hi: '', en: '' };
  }
}
