import { z } from 'zod';
import { decisionContent, decisionState, linkText, sealedDecision } from '../../../shared/domain/decision.ts';
import { instant } from '../../../shared/domain/values.ts';
import { receipt as receiptSchema } from '../../../shared/sync/protocol.ts';
import { provenReceipt } from '../proven-receipt.ts';
import { isSignedBy, publicKeyOf } from '../signature.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { VaultIdentity } from '../store.ts';
import type { Signers } from './gather.ts';
import { gatherConflicts } from './gather-conflicts.ts';
import { readableRows, type ReadRows } from './readable-rows.ts';
import type { SalvagedDecision } from './salvaged.ts';

interface DecisionRow {
  id: string;
  content: string;
  officerSignature: string;
  sealsAt: string;
  state: string;
  answer: string | null;
  message: string | null;
  answeredAt: string | null;
}

const texts = z.object({
  sealsAt: instant,
  state: decisionState,
  answer: z.string().nullable(),
  message: z.string().nullable(),
  answeredAt: instant.nullable(),
});

/** Each as a function that proves it; null for one that does not hold. */
export function gatherDecisions(
  db: SqlDatabase,
  identity: VaultIdentity | null,
): ReadRows<(signers: Signers) => SalvagedDecision | null> {
  const read = readableRows<DecisionRow>(
    db,
    'decisions',
    `id, content, officer_signature AS officerSignature, seals_at AS sealsAt, state, answer,
     answer_message AS message, answered_at AS answeredAt`,
  );
  const links = byDecision<Record<string, unknown>>(
    db,
    'chain',
    `decision_id AS id, sequence, previous, salt, commitment, sealed_at AS sealedAt,
     device_signature AS deviceSignature`,
  );
  const receipts = byDecision<Record<string, unknown>>(db, 'receipts', 'decision_id AS id, text, signature');
  const conflicts = gatherConflicts(db);
  const deviceKey = identity && publicKeyOf(identity.deviceKey);
  return {
    isWhole: read.isWhole,
    rows: read.rows.map((row) => ({ officers }) => {
      const parsed = decisionContent.parse(JSON.parse(row.content));
      const signer = officers.find(({ id }) => id === parsed.officerId);
      if (parsed.id !== row.id || !signer) return null;
      if (identity && parsed.deviceId !== identity.deviceId) return null;
      if (!isSignedBy(signer.signingKey, row.content, row.officerSignature)) return null;
      const { sealsAt, state, answer, message, answeredAt } = texts.parse(row);
      const { content, officerSignature } = row;
      const decision = { id: parsed.id, content, officerSignature, sealsAt };
      const link = sealedDecision.safeParse({ ...links.get(row.id), ...decision });
      const isOwnLink =
        link.success &&
        deviceKey !== null &&
        isSignedBy(deviceKey, linkText(link.data), link.data.deviceSignature);
      const receipt = receiptSchema.safeParse(receipts.get(row.id));
      const proof = receipt.success && identity && provenReceipt(receipt.data, decision, identity.serverKey);
      const isOpen = state === 'sealed' || state === 'sent' || (state === 'accepted' && !proof);
      return {
        ...decision,
        parsed,
        ...{ answer, message, answeredAt },
        state: isOpen ? 'recorded' : state,
        link: isOwnLink ? link.data : null,
        conflict: conflicts.get(parsed.id) ?? null,
        receipt: receipt.success && proof ? { receipt: receipt.data, content: proof } : null,
      };
    }),
  };
}

function byDecision<Row>(db: SqlDatabase, table: string, columns: string): Map<string, Row> {
  const { rows } = readableRows<Row & { id: unknown }>(db, table, columns);
  return new Map(rows.map((row) => [String(row.id), row]));
}
