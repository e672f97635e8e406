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
  HolidayList,
  Lsp,
  LspFigures,
  MigrationWindow,
  Officer,
  ReasonCode,
  RuleSet,
} from '../../shared/domain/master.ts';
import type { MigrationRequest, Scan } from '../../shared/domain/request.ts';
import type { SlimRow } from '../../shared/domain/slim-row.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import type { OutboxItem, SetAsideItem } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/result.ts';
import type { ChangeLine, PushAnswerItem } from '../../shared/sync/protocol.ts';

/**
 * The vault's store: the one durable truth. Reads stand apart from writes. Every write is one transaction that holds
 * the data, the audit row, the outbox row and the cursor; it resolves only after the commit is on disk.
 * Nothing here reads a clock or makes an id: they are arguments. Two implementations meet one acceptance suite
 * (`test/contract/store-acceptance.ts`): the encrypted file behind a worker thread, and one in memory for tests.
 */
export interface StoreReads {
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
  /** Sealed or sent, without an answer, whose next try is due: in the order of the chain. */
  unsent(now: Instant, limit: number): Promise<SealedDecision[]>;
  /** Scans of open requests that are not here yet, nearest due date first; never unmasked ones. */
  wantedScans(now: Instant, limit: number): Promise<WantedScan[]>;
  scan(hash: BlobHash): Promise<StoredScan | null>;
  /** Scans that any request ever called unmasked: their bytes must not lie on this disk. */
  unmaskedScans(): Promise<BlobHash[]>;
  setting(name: SettingName): Promise<number | null>;
  setAside(): Promise<SetAsideItem[]>;
  counts(now: Instant): Promise<StoreCounts>;
  /** When the next recorded decision is to be sealed, null when there is none. */
  nextSealAt(): Promise<Instant | null>;
  audit(afterSequence: number, limit: number): Promise<AuditRow[]>;
}

export interface StoreWrites {
  /**
   * Applies the lines of one page (whole or cut) and moves the cursor to the last of them. Unknown kinds are carried
   * raw; a line of a known kind that does not fit its schema is set aside by name; neither stops the rest. A request
   * with a lower or the same version than the stored one changes nothing. New holidays recompute the due dates.
   */
  applyChanges(lines: readonly ChangeLine[], cursor: string, at: Instant, today: IsoDate): Promise<Applied>;
  saveDraft(requestId: RequestId, draft: Draft, at: Instant): Promise<Applied>;
  /**
   * Makes a signed decision durable, removes the draft, writes the audit row. Refused when the request is unknown
   * (`not-found`), is not open or has a decision that still stands (`already-decided`), or its version differs from
   * the content's (`request-changed`). The same id again changes nothing and answers as before.
   */
  recordDecision(decision: RecordedDecision): Promise<Result<Applied, RecordRefusal>>;
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
   * device's key, and queues it. Committed before the first byte may leave.
   */
  sealDecisions(which: { due: true } | { ids: readonly DecisionId[] }, now: Instant): Promise<Applied>;
  /** Before a batch leaves: `sealed` becomes `sent`, attempts count up. */
  markSent(ids: readonly DecisionId[], at: Instant): Promise<Applied>;
  /** No answer came: `nextTryAt` and why. The state stays `sent`: the server may or may not have it. */
  markUnanswered(ids: readonly DecisionId[], error: string, nextTryAt: Instant): Promise<Applied>;
  /** The server's answers, one by one: receipt, conflict with the present request, or refusal. Idempotent. */
  applyAnswers(answers: readonly PushAnswerItem[], at: Instant, today: IsoDate): Promise<Applied>;
  scanArrived(hash: BlobHash, at: Instant): Promise<Applied>;
  /** `nextTryAt` null: set aside for good (wrong hash thrice, no image), by name. */
  scanFailed(hash: BlobHash, why: ScanFailure, at: Instant, nextTryAt: Instant | null): Promise<Applied>;
  /** An officer asks again for a scan that failed. */
  scanWanted(hash: BlobHash): Promise<Applied>;
  /** The bytes of a scan that was here are gone or damaged: it is wanted again. Noted in the audit. */
  scanLost(hash: BlobHash, at: Instant): Promise<Applied>;
  /** What differs from before is kept, with one audit row; nothing is written when nothing differs. */
  writeSettings(
    values: Readonly<Partial<Record<SettingName, number>>>,
    actor: OfficerId,
    at: Instant,
  ): Promise<void>;
  /** Kept so that the strip is true after a restart without a link. No audit row: it is no act of anybody's. */
  noteContact(at: Instant): Promise<void>;
  noteAudit(entry: AuditEntry): Promise<void>;
  /** The calendar day changed: dates of paused requests and the working set move. */
  newDay(today: IsoDate): Promise<Applied>;
}

export interface Store extends StoreReads, StoreWrites {
  /** Ends the worker after what is queued has committed. */
  close(): Promise<void>;
}

export interface VaultIdentity {
  officer: Officer;
  district: District;
  deviceId: DeviceId;
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

export type RecordRefusal = { kind: 'not-found' | 'already-decided' | 'request-changed' };

/** What changed in the working set by a committed write: the change feed's content. */
export interface Applied {
  rows: SlimRow[];
  removed: RequestId[];
  masterChanged: boolean;
  /** Scans that turned out unmasked by this write, when there are any: their bytes are to be removed. */
  unmasked?: BlobHash[];
}

export interface WantedScan extends Scan {
  requestId: RequestId;
  attempts: number;
}

export interface StoredScan extends Scan {
  /** `unmasked` once any request called it so: the name is the bytes' own, so no later word masks them. */
  state: 'wanted' | 'ready' | 'failed' | 'unmasked';
  requestIds: RequestId[];
}

export type ScanFailure = 'wrong-hash' | 'not-an-image' | 'too-large' | 'not-found' | 'no-link';

export type SettingName = 'syncMinutes' | 'graceMinutes';

export interface StoreCounts {
  undoable: number;
  unsent: number;
  refused: number;
  conflicted: number;
  scansMissing: number;
  setAside: number;
}

export interface AuditEntry {
  at: Instant;
  actor: OfficerId | null;
  action: string;
  subject: string | null;
  /** Never personal data, never a remark's text. */
  detail: Record<string, string | number | boolean | null>;
}

export interface AuditRow extends AuditEntry {
  sequence: number;
  /** SHA-256 over the row before and this row: a removed or changed row breaks the chain. */
  hash: string;
}
