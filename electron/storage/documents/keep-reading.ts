import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import { identityKeys } from '../../../shared/domain/documents/identity-key.ts';
import { maskReading } from '../../../shared/domain/documents/mask-reading.ts';
import { requestId, type BlobHash, type OfficerId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import { StorageError } from '../storage-error.ts';
import type { MaskedCopy } from '../store.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { refreshOverlay } from '../working-set.ts';

/** Of a scan that lies here; of any other nothing is kept. No text of it holds an Aadhaar number. */
export function keepReading(unit: UnitOfWork, hash: BlobHash, reading: DocumentReading, at: Instant): void {
  const { readings, fingerprints } = unit.parts;
  const places = readings.placesOf(hash);
  if (places.length === 0) return;
  const safe = maskReading(reading);
  readings.save(hash, safe, at);
  fingerprints.put(hash, safe.fingerprints, identityKeys(safe));
  for (const place of places) refreshOverlay(unit, requestId.parse(place));
}

/**
 * It could not be read: not tried again by this engine, and named. What an earlier one read stands, with what rests on
 * it: it is not lost to a bad day.
 */
export function keepFault(
  unit: UnitOfWork,
  hash: BlobHash,
  { engine, fault, at }: { engine: number; fault: DocumentFault; at: Instant },
): void {
  const { readings, fingerprints } = unit.parts;
  const places = readings.placesOf(hash);
  if (places.length === 0) return;
  if (readings.get(hash)?.reading) {
    readings.leaveAsRead(hash, engine);
    return;
  }
  readings.saveFault(hash, engine, fault, at);
  fingerprints.remove(hash);
  for (const place of places) refreshOverlay(unit, requestId.parse(place));
}

/** Everything that was read on a scan that may no longer lie here. */
export function forgetReading(unit: UnitOfWork, hash: BlobHash): void {
  unit.parts.readings.remove(hash);
  unit.parts.fingerprints.remove(hash);
}

/**
 * Nothing that still shows a number, or may show one, is kept.
 * @throws StorageError `failed`
 */
export function assertMasked(unit: UnitOfWork, hash: BlobHash, { masking }: DocumentReading): void {
  const isUnmasked = unit.parts.scans.get(hash)?.masked === false;
  if (isUnmasked || masking.residue > 0 || masking.wantsHand) throw new StorageError('failed');
}

/** The rules are told in `Store.keepMaskedCopy`. */
export function keepMaskedCopy(
  unit: UnitOfWork,
  copy: MaskedCopy,
  actor: OfficerId | null,
  at: Instant,
): void {
  const { scans, maskedCopies, audit } = unit.parts;
  const { original, scan, reading } = copy;
  if (scans.get(original)?.state !== 'unmasked') return;
  assertMasked(unit, scan.hash, reading);
  const former = maskedCopies.of(original);
  maskedCopies.put(original, scan, at);
  if (former && former.hash !== scan.hash) dropUnused(unit, former.hash);
  keepReading(unit, scan.hash, reading, at);
  for (const id of scans.uses(original)) refreshOverlay(unit, id);
  const detail = { copy: scan.hash, regions: reading.masking.regions.length, pages: scan.pages };
  audit.append({ at, actor, action: 'scan-masked', subject: original, detail });
}

/** The bytes of a scan that nothing stands for any more leave the disk, with what was read on them. */
export function dropUnused(unit: UnitOfWork, hash: BlobHash): void {
  const { maskedCopies, localScans, scans } = unit.parts;
  const isUsed = maskedCopies.byHash(hash) !== null || localScans.byHash(hash).length > 0;
  if (isUsed || scans.get(hash)?.state === 'ready') return;
  forgetReading(unit, hash);
  unit.unmasked.add(hash);
}
