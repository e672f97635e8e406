import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { receiptContent, type Receipt } from '../../../shared/sync/protocol.ts';
import { sha256, signText } from '../signatures.ts';
import type { ReadItem } from './sealed-item.ts';

/** The server's word that it has a decision and has carried it out. */
export function signReceipt(
  item: ReadItem,
  request: MigrationRequest,
  serverSequence: number,
  at: Date,
  privateKey: string,
): Receipt {
  const text = JSON.stringify(
    receiptContent.parse({
      protocol: 1,
      decisionId: item.id,
      requestId: request.id,
      contentHash: sha256(item.sealed?.content ?? ''),
      serverSequence,
      requestVersion: request.version,
      acceptedAt: at.toISOString(),
    }),
  );
  return { text, signature: signText(text, privateKey) };
}
