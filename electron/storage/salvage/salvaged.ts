import type {
  DecisionContent,
  DecisionState,
  Draft,
  SealedDecision,
} from '../../../shared/domain/decision.ts';
import type { LocalScan } from '../../../shared/domain/documents/local-scan.ts';
import type { DecisionId, RequestId } from '../../../shared/domain/ids.ts';
import type { LocalAddition } from '../../../shared/domain/local-addition.ts';
import type { StandingDecision } from '../../../shared/domain/standing-decision.ts';
import type { TransferAct } from '../../../shared/domain/transfer/transfer-act.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SalvagedKind } from '../../../shared/ipc/views/salvage.ts';
import type { Receipt, ReceiptContent, SignedTransferAct } from '../../../shared/sync/protocol.ts';
import type { AuditRow } from '../audit-entry.ts';
import type { RecordedDecision, VaultIdentity } from '../store.ts';
import type { ActState } from '../tables/act-table.ts';
import type { ConflictEnd } from '../tables/conflict-table.ts';

/** A decision whose signature holds, with what else of it is proved. */
export interface SalvagedDecision extends RecordedDecision {
  parsed: DecisionContent;
  /** `recorded` for one that the vault called sealed or sent, or accepted without a receipt that proves it. */
  state: Exclude<DecisionState, 'sealed' | 'sent'>;
  answer: string | null;
  message: string | null;
  answeredAt: Instant | null;
  link: SealedDecision | null;
  receipt: { receipt: Receipt; content: ReceiptContent } | null;
  /** Of a contested one; null where its row is lost, or cannot be read: then the officer looks at it anew. */
  conflict: SalvagedConflict | null;
}

export interface SalvagedConflict {
  standing: StandingDecision | null;
  ended: ConflictEnd | null;
  /** The decision that took its place. */
  endedWith: DecisionId | null;
}

/** What was read out of a damaged vault and holds. */
export interface Salvaged {
  /** Null where its page is gone. */
  identity: VaultIdentity | null;
  decisions: SalvagedDecision[];
  drafts: { requestId: RequestId; draft: Draft; savedAt: Instant }[];
  acts: { act: TransferAct; signed: SignedTransferAct; state: ActState }[];
  scans: LocalScan[];
  additions: LocalAddition[];
  settings: { name: string; value: number }[];
  /** Of `meta`: what must go on where it was. */
  values: { name: string; value: string }[];
  /** The requests that the above speak of, as far as they could be read. */
  requests: { id: string; feedVersion: number; body: string }[];
  /** The chain's beginning as far as it is whole. */
  audit: AuditRow[];
  rejected: number;
  incomplete: SalvagedKind[];
}
