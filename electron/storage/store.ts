import type {
  DecisionContent,
  DecisionState,
  Draft,
  Outcome,
  SealedDecision,
} from '../../shared/domain/decision.ts';
import type { BlobHash, DecisionId, DeviceId, OfficerId, RequestId } from '../../shared/domain/ids.ts';
import type {
  District,
  DistrictRecord,
  Helpline,
  HolidayList,
  Lsp,
  LspFigures,
  MigrationWindow,
  Officer,
  ReasonCode,
  RuleSet,
  SigningTitle,
} from '../../shared/domain/master.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { RowState, SlimRow } from '../../shared/domain/slim-row.ts';
import type { SeenElsewhere } from '../../shared/domain/documents/checks/check-input.ts';
import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import type { DocumentReading, ReadDocument } from '../../shared/domain/documents/document-reading.ts';
import type { KeptScan, LocalScan, LocalScanId } from '../../shared/domain/documents/local-scan.ts';
import type { LocalAddition, LocalAdditionId } from '../../shared/domain/local-addition.ts';
import type { OrderSeries } from '../../shared/domain/order-number.ts';
import type { Report } from '../../shared/domain/report/report.ts';
import type { Transfer } from '../../shared/domain/transfer/transfer.ts';
import type { Bilingual, Instant, IsoDate } from '../../shared/domain/values.ts';
import type { OutboxItem, SetAsideItem } from '../../shared/ipc/contract.ts';
import type { ArchiveAnswer } from '../../shared/ipc/views/archive-hit.ts';
import type { SignOffItem, SignOffOutcome } from '../../shared/ipc/views/sign-off.ts';
import type { TransferRow } from '../../shared/ipc/views/transfer-view.ts';
import type { MasterState } from '../../shared/ipc/views/office.ts';
import type { Result } from '../../shared/result.ts';
import type {
  ChangeLine,
  ChangeKind,
  Receipt,
  SignedTransferAct,
  TransferActAnswer,
} from '../../shared/sync/protocol.ts';
import type { ChainStore } from './chain/chain-store.ts';
import type { AuditEntry, AuditRow } from './audit-entry.ts';
import type { ConflictReads, ConflictRefusal, ConflictWrites } from './conflict-store.ts';
import type { CourierMemory } from './courier-memory.ts';
import type { LeaveStore } from './leave/leave-store.ts';
import type { ItemStore } from './item-store.ts';
import type { StoredLimitFacts } from './limit-facts.ts';
import type { MissingScanStore } from './missing-scans.ts';
import type { PushReads, PushWrites } from './push-store.ts';
import type { ParkingStore } from './parking-store.ts';
import type { SettingName } from './setting-name.ts';
import type { SignOff } from './sign-off.ts';
import type { StoreCounts } from './store-counts.ts';
import type { UploadStore } from './upload-store.ts';
import type { TimeStore } from './time-store.ts';
import type { MaskFailure, ScanFailure, StoredScan, WantedScan } from './stored-scan.ts';

export type { MaskFailure, ScanFailure, StoredScan, WantedScan } from './stored-scan.ts';

/**
 * The vault's store: the one durable truth. Reads stand apart from writes. Every write is one transaction that holds
 * the data, the audit row, the outbox row and the cursor; it resolves only after the commit is on disk.
 * Nothing here reads a clock or makes an id: they are arguments. Two implementations meet one acceptance suite
 * (`test/contract/store-acceptance.ts`): the encrypted file behind a worker thread, and one in memory for tests.
 */
export interface StoreReads extends ConflictReads, PushReads {
  /** Who this vault belongs to; written once, at enrolment. */
  identity(): Promise<VaultIdentity>;
  cursor(): Promise<string | null>;
  /** When the central server last answered, as far as it was kept; null before the first time. */
  lastContact(): Promise<Instant | null>;
  /** The working set in the order of its ids: open requests, and those decided within the last `recentDays`. */
  slimRows(
    after: RequestId | null,
    limit: number,
  ): Promise<{ rows: SlimRow[]; next: RequestId | null; total: number }>;
  request(id: RequestId): Promise<StoredRequest | null>;
  master(): Promise<StoredMaster>;
  decision(id: DecisionId): Promise<StoredDecision | null>;
  /** All decisions that are not undone, newest first, as the outbox screen shows them. */
  outbox(): Promise<OutboxItem[]>;
  /** Scans of open requests that are not here yet, nearest due date first; never unmasked ones.
   * @param neededBy only of requests due by then, or with a review that was begun. */
  wantedScans(now: Instant, limit: number, neededBy?: IsoDate | null): Promise<WantedScan[]>;
  scan(hash: BlobHash): Promise<StoredScan | null>;
  /** Scans that any request ever called unmasked: their bytes must not lie on this disk. */
  unmaskedScans(): Promise<BlobHash[]>;
  setting(name: SettingName): Promise<number | null>;
  setAside(): Promise<SetAsideItem[]>;
  counts(now: Instant): Promise<StoreCounts>;
  /**
   * When the next recorded decision is to be sealed by itself, null when there is none. One that was recorded later than
   * `now`, under a clock that was set back since, is due at once.
   */
  nextSealAt(now: Instant): Promise<Instant | null>;
  /** Every decision that is recorded and not sealed, in the order of recording. */
  signOffItems(): Promise<SignOffItem[]>;
  limitFacts(): Promise<StoredLimitFacts>;
  audit(afterSequence: number, limit: number): Promise<AuditRow[]>;
  /**
   * Every request that was ever received, also those outside the working set: by kiosk code (old or new, in any form),
   * request number, names in either script, the mobile's last digits. Several words narrow it. Best hits first.
   */
  searchArchive(text: string, limit: number): Promise<ArchiveAnswer>;
  /** All transfers, without their snapshots. */
  transferRows(): Promise<TransferRow[]>;
  transfer(requestId: RequestId): Promise<StoredTransfer | null>;
  /** Acts about transfers without an answer whose next try is due, oldest first; parked ones if asked, or leaving. */
  unsentActs(now: Instant, limit: number, withParked?: boolean): Promise<SignedTransferAct[]>;
  /** What this office added to the master data and did not take back. */
  additions(): Promise<LocalAddition[]>;
  masterStates(): Promise<Omit<MasterState, 'isStale'>[]>;
  seenNotices(officer: OfficerId): Promise<string[]>;
  /** Counted beside the data; `today` is the store's own. @param from @param to both counted. */
  report(from: IsoDate, to: IsoDate): Promise<Report>;
  /** Decisions of a day by outcome, as the report of that day counts them. */
  decidedOn(day: IsoDate): Promise<Record<Outcome, number>>;
  /** Every order number given on a day in India, void ones too, in the order of the numbers. */
  register(day: IsoDate): Promise<RegisterEntry[]>;
  /** The order of a sealed decision; null while it is not sealed. */
  order(id: DecisionId): Promise<StoredOrder | null>;
  /** Of a scan that lies here, by the hash of its masked bytes. */
  reading(hash: BlobHash): Promise<StoredReading | null>;
  /** Scans of open requests that lie here and were not read by this engine or a newer one, nearest due date first. */
  unreadScans(engine: number, limit: number): Promise<UnreadScan[]>;
  /** Unmasked scans of open requests without a masked copy, whose next try is due, nearest due date first. */
  scansToMask(now: Instant, limit: number, neededBy?: IsoDate | null): Promise<WantedScan[]>;
  /** What is kept in place of a scan that the server has unmasked only. */
  maskedCopy(original: BlobHash): Promise<KeptScan | null>;
  /** Those that were not taken back, in the order in which they were taken in. */
  localScans(requestId: RequestId): Promise<LocalScan[]>;
  /** What was read on the scans of a request: the server's, their masked copies, those taken in here. */
  requestReadings(requestId: RequestId): Promise<ReadDocument[]>;
  /**
   * Other requests in view with the same scan or photo (by perceptual hash, within `usualLimits`) or the same person
   * (by name and birth date). The nearest of each, for each document.
   */
  sameElsewhere(requestId: RequestId): Promise<SeenElsewhere[]>;
  trustUpdates(): Promise<StoredTrustUpdate[]>;
  /** Which courier files this desk made and took. */
  courierMemory(): Promise<CourierMemory>;
}

export interface StoreWrites extends ConflictWrites, PushWrites {
  /**
   * Applies the lines of one page (whole or cut) and moves the cursor to the last of them. Unknown kinds are carried
   * raw; a line of a known kind that does not fit its schema is set aside by name; neither stops the rest. A request no
   * newer than the stored one changes nothing. New holidays recompute the due dates. `isAll`: as with `noteReceived`.
   */
  applyChanges(
    lines: readonly ChangeLine[],
    cursor: string,
    at: Instant,
    today: IsoDate,
    isAll?: boolean,
  ): Promise<Applied>;
  saveDraft(requestId: RequestId, draft: Draft, at: Instant): Promise<Applied>;
  /**
   * Makes a signed decision durable, removes the draft, writes the audit row. Refused when the request is unknown
   * (`not-found`), is not open or has a decision that still stands (`already-decided`), or its version differs from
   * the content's (`request-changed`). The same id again changes nothing and answers as before. It ends an open
   * conflict of the request; @param keeps the contested decision that it repeats, where `keep-mine` is open for it.
   */
  recordDecision(decision: RecordedDecision, keeps?: DecisionId): Promise<Result<Applied, RecordRefusal>>;
  /**
   * Only while `recorded`. The content stays for the audit, and the review is given back as a draft.
   * @param actor who undid it, whoever had recorded it.
   */
  undoDecision(
    id: DecisionId,
    at: Instant,
    actor: OfficerId,
  ): Promise<Result<Applied, { kind: 'not-found' | 'undo-too-late' }>>;
  /**
   * Seals what is due (`sealsAt` ≤ now) or named: gives each its place in the device's chain, signs the link with the
   * device's key, and queues it. Committed before the first byte may leave. What waits for the sign-off is left as it is.
   */
  sealDecisions(which: { due: true } | { ids: readonly DecisionId[] }, now: Instant): Promise<Applied>;
  /**
   * Seals those of the named that are still recorded, as `sealDecisions`, with one audit row for the sign-off itself
   * (who, when, how many, which). Those that were sealed or undone meanwhile are left and named; when none is left,
   * nothing is written.
   */
  signOff(signOff: SignOff, now: Instant): Promise<{ applied: Applied; outcome: SignOffOutcome }>;
  scanArrived(hash: BlobHash, at: Instant): Promise<Applied>;
  /** `nextTryAt` null: parked, by name, until somebody asks again. */
  scanFailed(hash: BlobHash, why: ScanFailure, at: Instant, nextTryAt: Instant | null): Promise<Applied>;
  /** An officer asks again for a scan that failed. */
  scanWanted(hash: BlobHash): Promise<Applied>;
  /** The bytes of a scan that was here are gone or damaged: it is wanted again. Noted in the audit. */
  scanLost(hash: BlobHash, at: Instant): Promise<Applied>;
  /**
   * A scan that the server calls masked shows a number all the same: it leaves this disk, and comes again as one that
   * is masked in memory. Noted in the audit. Nothing happens to one that is not the server's.
   */
  scanFoundUnmasked(hash: BlobHash, at: Instant): Promise<Applied>;
  /** What differs from before is kept, with one audit row; nothing is written when nothing differs. */
  writeSettings(
    values: Readonly<Partial<Record<SettingName, number>>>,
    actor: OfficerId,
    at: Instant,
  ): Promise<void>;
  /** For the strip after a restart without a link. No audit row: it is no act of anybody's; nor has the next one. */
  noteContact(at: Instant): Promise<void>;
  /** All changes came: the server has confirmed the master data. */
  noteReceived(at: Instant): Promise<void>;
  noteAudit(entry: AuditEntry): Promise<void>;
  /** A later `letterhead`, `signing-title` or `logo` takes the former's place. Holidays recompute the due dates. */
  addLocal(addition: LocalAddition): Promise<Applied>;
  /** Nothing happens when it is not there. */
  removeLocal(id: LocalAdditionId, actor: OfficerId, at: Instant): Promise<Applied>;
  /** Durable and queued; the same id again changes nothing. `act.content` is a `TransferAct`. */
  saveTransferAct(act: SignedTransferAct, at: Instant): Promise<Applied>;
  applyActAnswers(answers: readonly TransferActAnswer[], at: Instant): Promise<Applied>;
  noticesSeen(officer: OfficerId, ids: readonly string[], at: Instant): Promise<void>;
  /** Nothing is kept of a scan that does not lie here. Aadhaar numbers in its texts are masked. */
  saveReading(hash: BlobHash, reading: DocumentReading, at: Instant): Promise<Applied>;
  /** It could not be read by this engine: named, and not tried again before a newer one. */
  readingFailed(hash: BlobHash, engine: number, fault: DocumentFault, at: Instant): Promise<Applied>;
  /**
   * The masked copy of an unmasked scan, whose bytes lie among the blobs already. Nothing happens when the original is
   * not an unmasked scan. @param actor who drew the boxes; null when it was masked by itself.
   * @throws StorageError `failed` when digits can still be read, a box by hand is wanted, or the copy is itself a scan
   *   that was called unmasked.
   */
  keepMaskedCopy(copy: MaskedCopy, actor: OfficerId | null, at: Instant): Promise<Applied>;
  /** `nextTryAt` null: given up, by name, until somebody asks again (`scanWanted`). */
  maskFailed(hash: BlobHash, why: MaskFailure, at: Instant, nextTryAt: Instant | null): Promise<Applied>;
  /**
   * A scan that was taken in here; its masked bytes lie among the blobs already. The same id again changes nothing.
   * @throws StorageError `failed` as `keepMaskedCopy`, and when the request is not in view.
   */
  addLocalScan(local: LocalScan, reading: DocumentReading): Promise<Applied>;
  /** The row stays with who and when; bytes that nothing else stands for are told in `Applied.unmasked`. */
  removeLocalScan(id: LocalScanId, actor: OfficerId, at: Instant): Promise<Applied>;
  /** Bytes whose signature was proved. The same sequence again changes nothing. */
  saveTrustUpdate(sequence: number, bytes: Uint8Array, actor: OfficerId, at: Instant): Promise<void>;
  /** No audit row: what was written to a stick or read from one is noted by whoever did it. */
  keepCourierMemory(memory: CourierMemory): Promise<void>;
  /** The calendar day changed: dates of paused requests and the working set move. */
  newDay(today: IsoDate): Promise<Applied>;
}

export interface Store
  extends
    StoreReads,
    StoreWrites,
    ParkingStore,
    ItemStore,
    LeaveStore,
    TimeStore,
    ChainStore,
    MissingScanStore,
    UploadStore {
  /** Ends the worker after what is queued has committed. */
  close(): Promise<void>;
}

export interface VaultIdentity {
  officer: Officer;
  district: District;
  deviceId: DeviceId;
  /** Of this device's order numbers. Where the server gave none: `X` and six letters made from the device's id. */
  series: OrderSeries;
  serverUrl: string;
  /** Ed25519 SPKI DER, base64. */
  serverKey: string;
  /** Ed25519 PKCS8 DER, base64. Signs sessions and links; apart from the keyring, so that sealing needs no officer. */
  deviceKey: string;
  enrolledAt: Instant;
}

export interface StoredRequest {
  request: MigrationRequest;
  row: SlimRow;
  draft: Draft | null;
  /** The newest decision that is not undone. */
  decision: StoredDecision | null;
}

export interface StoredMaster {
  lsps: Lsp[];
  figures: LspFigures[];
  windows: MigrationWindow[];
  ruleSets: RuleSet[];
  holidays: HolidayList[];
  reasonCodes: ReasonCode[];
  districts: DistrictRecord[];
  helplines: Helpline[];
  signingTitles: SigningTitle[];
  /** Of the district, whoever of them works on this PC. */
  officers: Officer[];
  /** Items of which a newer version came that could not be read; the older one is what the lists above hold. */
  superseded: SupersededItem[];
}

export interface SupersededItem {
  kind: ChangeKind;
  id: string;
  /** Of an LSP's figures. */
  lspId: string | null;
}

export interface StoredTransfer {
  /** As the server tells it, with the acts of this desk that it has not answered yet added to `acts`. */
  transfer: Transfer;
  unsentActs: number;
  centreName: Bilingual;
}

/** One number of the day's register. */
export interface RegisterEntry {
  orderNo: string;
  sequence: number;
  decisionId: DecisionId;
  requestId: RequestId;
  requestNo: string;
  kioskCode: string;
  centreName: Bilingual;
  outcome: Outcome;
  officerId: OfficerId;
  sealedAt: Instant;
  state: DecisionState;
  /** Why the number is void, when the server refused or contested the decision: the answer's name. */
  voidWhy: string | null;
  answeredAt: Instant | null;
}

export interface StoredOrder {
  decision: StoredDecision & { sealed: SealedDecision };
  orderNo: string;
  receipt: Receipt | null;
  voidWhy: string | null;
  answeredAt: Instant | null;
}

export interface RecordedDecision {
  id: DecisionId;
  /** The signed text: `DecisionContent` as JSON. */
  content: string;
  officerSignature: string;
  sealsAt: Instant;
}

export interface StoredDecision extends RecordedDecision {
  parsed: DecisionContent;
  outcome: Outcome;
  state: DecisionState;
  sealed: SealedDecision | null;
}

export type RecordRefusal = { kind: 'already-decided' | 'request-changed' } | ConflictRefusal;

/** What changed in the working set by a committed write: the change feed's content. */
export interface Applied {
  rows: SlimRow[];
  /** Of other rows, when there are any: only the state of their decisions went on. */
  states?: RowState[];
  removed: RequestId[];
  masterChanged: boolean;
  transfersChanged?: boolean;
  claimsChanged?: boolean;
  /** Scans that turned out unmasked or were given up by this write, when there are any: their bytes are to be removed. */
  unmasked?: BlobHash[];
  /** Decisions that this write marked to leave, when it was asked to: of those asked for, the ones that still may. */
  marked?: DecisionId[];
}

export interface StoredReading {
  engine: number;
  /** Null where it could not be read, or was written by an engine that this one does not understand. */
  reading: DocumentReading | null;
  fault: DocumentFault | null;
  readAt: Instant;
}

export interface UnreadScan extends KeptScan {
  requestId: RequestId;
}

export interface MaskedCopy {
  original: BlobHash;
  scan: KeptScan;
  reading: DocumentReading;
}

export interface StoredTrustUpdate {
  sequence: number;
  bytes: Uint8Array;
  at: Instant;
}
