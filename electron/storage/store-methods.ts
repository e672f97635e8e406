import type { Store } from './store.ts';

export type StoreMethod = Exclude<keyof Store, 'close'>;

/** The store without promises: what runs beside the connection. */
export type StoreMethods = {
  [M in StoreMethod]: (...args: Parameters<Store[M]>) => Awaited<ReturnType<Store[M]>>;
};

const names: Record<StoreMethod, true> = {
  identity: true,
  cursor: true,
  lastContact: true,
  slimRows: true,
  request: true,
  master: true,
  decision: true,
  outbox: true,
  outboxItem: true,
  unsent: true,
  outgoing: true,
  wantedScans: true,
  missingScans: true,
  dueUploads: true,
  uploadAnnounced: true,
  uploadEnded: true,
  uploadFailed: true,
  uploadWanted: true,
  uploadItems: true,
  attachments: true,
  scan: true,
  unmaskedScans: true,
  setting: true,
  setAside: true,
  counts: true,
  nextSealAt: true,
  signOffItems: true,
  limitFacts: true,
  audit: true,
  searchArchive: true,
  transferRows: true,
  transfer: true,
  dueToSend: true,
  unsentActs: true,
  additions: true,
  masterStates: true,
  seenNotices: true,
  report: true,
  decidedOn: true,
  register: true,
  order: true,
  reading: true,
  unreadScans: true,
  scansToMask: true,
  maskedCopy: true,
  localScans: true,
  requestReadings: true,
  sameElsewhere: true,
  trustUpdates: true,
  courierMemory: true,
  conflict: true,
  claims: true,
  applyChanges: true,
  saveDraft: true,
  recordDecision: true,
  undoDecision: true,
  sealDecisions: true,
  signOff: true,
  markSent: true,
  unmarkSent: true,
  markUnanswered: true,
  applyAnswers: true,
  scanArrived: true,
  scanFailed: true,
  scanWanted: true,
  scanLost: true,
  scanFoundUnmasked: true,
  writeSettings: true,
  noteContact: true,
  noteReceived: true,
  noteAudit: true,
  addLocal: true,
  removeLocal: true,
  saveTransferAct: true,
  applyActAnswers: true,
  actFaults: true,
  actsUnanswered: true,
  actWanted: true,
  unparkAll: true,
  itemTotals: true,
  decisionItems: true,
  actItems: true,
  scanItems: true,
  traffic: true,
  addTraffic: true,
  noticesSeen: true,
  newDay: true,
  saveReading: true,
  readingFailed: true,
  keepMaskedCopy: true,
  maskFailed: true,
  addLocalScan: true,
  removeLocalScan: true,
  saveTrustUpdate: true,
  keepCourierMemory: true,
  endConflict: true,
  keptTime: true,
  keepTime: true,
  chainDoubt: true,
  chainQuestion: true,
  doubtChain: true,
  takeChain: true,
  endDoubt: true,
  leaving: true,
  officersGone: true,
  keptDecisions: true,
  takeLeaveOrder: true,
  beginWipe: true,
  wipeData: true,
  compact: true,
};

/** Every method, so that the worker's client is complete: a forgotten one does not compile. */
export const storeMethodNames = Object.keys(names) as StoreMethod[];

/** Makes the promised store from one function that carries out a call by name. */
export function storeFrom(
  call: (method: StoreMethod, args: unknown[]) => Promise<unknown>,
  close: () => Promise<void>,
): Store {
  const methods = storeMethodNames.map((name) => [name, (...args: unknown[]) => call(name, args)]);
  // Each name is a method of the interface and `call` runs exactly that method, so the types hold by construction.
  return { ...(Object.fromEntries(methods) as Omit<Store, 'close'>), close };
}

/** Runs one call on the store beside the connection. */
export function runMethod(store: StoreMethods, method: StoreMethod, args: unknown[]): unknown {
  const run = store[method] as (...args: unknown[]) => unknown;
  return run(...args);
}
