import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { KeptProof } from './leave-store.ts';

type Kept = Omit<KeptProof, 'orderNo'> & { sequence: number | null; sealedAt: Instant | null };

type Stored = Omit<Kept, 'receipt' | 'proof'> & {
  receiptText: string | null;
  receiptSignature: string | null;
  serverSequence: number | null;
  acceptedAt: Instant | null;
  contentHash: string | null;
};

/** The signed record, read without any request: it outlives them. */
export function keptTable(db: SqlDatabase) {
  const list = db.prepare<[], Stored>(
    `SELECT d.id AS decisionId, d.request_id AS requestId, d.outcome, d.state, d.recorded_at AS recordedAt, d.answer,
       d.content, d.officer_signature AS officerSignature, c.sequence, c.sealed_at AS sealedAt,
       r.text AS receiptText, r.signature AS receiptSignature, r.server_sequence AS serverSequence,
       r.accepted_at AS acceptedAt, r.content_hash AS contentHash
     FROM decisions d LEFT JOIN chain c ON c.decision_id = d.id LEFT JOIN receipts r ON r.decision_id = d.id
     ORDER BY d.ordinal DESC`,
  );
  const goes = db.prepare<[], { requests: number; drafts: number; scans: number }>(
    `SELECT (SELECT count(*) FROM requests) AS requests, (SELECT count(*) FROM drafts) AS drafts,
       (SELECT count(*) FROM kept_scans) AS scans`,
  );
  return {
    list: (): Kept[] => list.all().map(keptOf),
    /** Counted for the audit row that is written before the wipe. */
    whatGoes: () => goes.get() ?? { requests: 0, drafts: 0, scans: 0 },
  };
}

function keptOf(stored: Stored): Kept {
  const { receiptText, receiptSignature, serverSequence, acceptedAt, contentHash, ...rest } = stored;
  const hasReceipt = serverSequence !== null && acceptedAt !== null && contentHash !== null;
  const hasProof = receiptText !== null && receiptSignature !== null;
  return {
    ...rest,
    receipt: hasReceipt ? { serverSequence, acceptedAt, contentHash } : null,
    proof: hasProof ? { text: receiptText, signature: receiptSignature } : null,
  };
}
