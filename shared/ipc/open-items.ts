import type { SyncStatus } from './sync-status.ts';
import type { ItemTotals } from './views/outbox.ts';

/** What is not finished, item by item: the one way in which totals, tabs, strip and navigation count it. */
export interface OpenItems {
  /** Recorded, and sealed later: by themselves or by the day's sign-off. */
  notSealed: number;
  /** Decisions that are sealed and have no answer. */
  unanswered: number;
  /** Entries about transfers that the server does not have; parked ones too. */
  acts: number;
  /** Not here, whatever they wait for: the link, another try, an officer's hand. */
  scansToCome: number;
  /** Taken in here and not at the server, without parked ones. */
  scansToSend: number;
}

/** As the vault's totals say. */
export function openItems({ decision, act, scan, upload }: ItemTotals): OpenItems {
  return {
    notSealed: decision.recorded,
    unanswered: decision.waiting + decision['under-way'] + decision.sent,
    acts: act.waiting + act['under-way'] + act.parked,
    scansToCome: sumOf(scan),
    scansToSend: upload.waiting + upload['under-way'],
  };
}

/** The same as the sync's status says: the two must never differ. */
export function openItemsOf(status: SyncStatus): OpenItems {
  return {
    notSealed: status.undoable,
    unanswered: status.unsent,
    acts: status.unsentActs,
    scansToCome: status.scansMissing,
    scansToSend: status.uploadsUnsent,
  };
}

/** All of one kind, however they stand. */
export function sumOf(counts: ItemTotals['act']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Items that were tried in vain as often as they are tried by themselves. */
export function parkedItems({ act, scan, upload }: ItemTotals): number {
  return act.parked + scan.parked + upload.parked;
}
