import type { ReadDocument } from '../../../shared/domain/documents/document-reading.ts';
import type { BlobHash, RequestId } from '../../../shared/domain/ids.ts';
import type { StoreParts } from '../store-parts.ts';
import type { StoredScan } from '../store.ts';
import { scansOf } from './same-elsewhere.ts';

/** A scan that a request names, or one that was masked or taken in here. */
export function keptScanOf(parts: StoreParts, hash: BlobHash): StoredScan | null {
  const named = parts.scans.get(hash);
  // One word that it is unmasked suffices, whoever else calls it masked.
  if (named?.masked === false || named?.state === 'ready') return named;
  const own = parts.maskedCopies.byHash(hash) ?? parts.localScans.byHash(hash)[0]?.scan;
  if (!own) return named;
  const requestIds = parts.readings.placesOf(hash) as RequestId[];
  return { ...own, masked: true, state: 'ready', why: null, isGivenUp: false, faults: 0, requestIds };
}

export function readingsOf(parts: StoreParts, id: RequestId): ReadDocument[] {
  return scansOf(parts, id).flatMap(({ documentId, hash }) => {
    const reading = parts.readings.get(hash)?.reading ?? null;
    return reading ? [{ documentId, hash, reading }] : [];
  });
}
