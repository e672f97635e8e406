import type { LeavePhase } from '../../../shared/domain/leaving.ts';
import { StorageError } from '../storage-error.ts';
import { runMethod, type StoreMethods } from '../store-methods.ts';
import type { ParkingStore } from '../parking-store.ts';
import type { StoreWrites } from '../store.ts';

type Write = keyof StoreWrites | Exclude<keyof ParkingStore, 'actFaults'> | 'addTraffic';

/**
 * Until when each write is taken: `works` while the desk works, `sends` also while a leaving desk sends what is signed,
 * `always` after that too. A write that brings data in must not come after the wipe; a new one is named here or does
 * not compile.
 */
const until: Record<Write, 'works' | 'sends' | 'always'> = {
  applyChanges: 'works',
  saveDraft: 'works',
  recordDecision: 'works',
  undoDecision: 'works',
  endConflict: 'works',
  sealDecisions: 'sends',
  signOff: 'works',
  markSent: 'sends',
  unmarkSent: 'sends',
  markUnanswered: 'sends',
  applyAnswers: 'sends',
  scanArrived: 'works',
  scanFailed: 'works',
  scanWanted: 'works',
  scanLost: 'works',
  scanFoundUnmasked: 'works',
  writeSettings: 'works',
  noteContact: 'always',
  noteReceived: 'always',
  noteAudit: 'always',
  addLocal: 'works',
  removeLocal: 'works',
  saveTransferAct: 'works',
  applyActAnswers: 'sends',
  actsUnanswered: 'sends',
  actWanted: 'sends',
  unparkAll: 'works',
  addTraffic: 'always',
  noticesSeen: 'works',
  saveReading: 'works',
  readingFailed: 'works',
  keepMaskedCopy: 'works',
  maskFailed: 'works',
  addLocalScan: 'works',
  removeLocalScan: 'works',
  saveTrustUpdate: 'works',
  keepCourierMemory: 'sends',
  newDay: 'always',
};

/** The store, which refuses by `leaving` what a desk in this phase takes no more. @param phase null while it works. */
export function shutWhenLeaving<Store extends StoreMethods>(
  store: Store,
  phase: () => LeavePhase | null,
): Store {
  const names = Object.keys(until) as (keyof StoreWrites)[];
  const guarded = names.map((name) => [
    name,
    (...args: unknown[]) => {
      const now = phase();
      const isOpen =
        now === null || until[name] === 'always' || (now === 'sending' && until[name] === 'sends');
      if (!isOpen) throw new StorageError('leaving');
      return runMethod(store, name, args);
    },
  ]);
  // Each name is a method of the store and runs exactly that method, so the types hold by construction.
  return { ...store, ...(Object.fromEntries(guarded) as Partial<Store>) };
}
