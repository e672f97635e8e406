import type { DocumentReading } from '../../../shared/domain/documents/document-reading.ts';
import type { LocalScan, LocalScanId } from '../../../shared/domain/documents/local-scan.ts';
import type { BlobHash, OfficerId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import { StorageError } from '../storage-error.ts';
import type { UnitOfWork } from '../unit-of-work.ts';
import { refreshOverlay } from '../working-set.ts';
import { assertMasked, dropUnused, forgetReading, keepReading } from './keep-reading.ts';

/** The rules are told in `Store.addLocalScan`. */
export function addLocalScan(unit: UnitOfWork, local: LocalScan, reading: DocumentReading): void {
  const { localScans, rows, audit } = unit.parts;
  if (localScans.has(local.id)) return;
  const record = rows.get(local.requestId);
  if (!record || record.isRemoved) throw new StorageError('failed');
  assertMasked(unit, local.scan.hash, reading);
  localScans.insert(local);
  unit.parts.uploads.insert(local.id);
  keepReading(unit, local.scan.hash, reading, local.at);
  refreshOverlay(unit, local.requestId);
  const { id, at, by: actor, kind, source } = local;
  const detail = { scan: id, hash: local.scan.hash, kind, source, pages: local.scan.pages };
  audit.append({ at, actor, action: 'scan-taken-in', subject: local.requestId, detail });
}

export function removeLocalScan(unit: UnitOfWork, id: LocalScanId, actor: OfficerId, at: Instant): void {
  const ended = unit.parts.localScans.end(id, actor, at);
  if (ended === null) return;
  dropUnused(unit, ended.scan.hash);
  refreshOverlay(unit, ended.requestId);
  const detail = { scan: id, hash: ended.scan.hash };
  unit.parts.audit.append({ at, actor, action: 'scan-taken-back', subject: ended.requestId, detail });
}

/**
 * The bytes of a scan that was masked or taken in here are gone. A masked copy is made again from the server's scan; a
 * scan that was taken in here must be taken in again.
 * @returns whether there was one.
 */
export function loseOwnScan(unit: UnitOfWork, hash: BlobHash, at: Instant): boolean {
  const { maskedCopies, localScans, scans, audit } = unit.parts;
  const originals = maskedCopies.originals(hash);
  const locals = localScans.byHash(hash);
  if (originals.length === 0 && locals.length === 0) return false;
  maskedCopies.remove(hash);
  for (const { id } of locals) localScans.end(id, null, at);
  forgetReading(unit, hash);
  for (const original of originals) scans.again(original);
  audit.append({ at, actor: null, action: 'scan-lost', subject: hash, detail: { local: locals.length } });
  const requests = [
    ...originals.flatMap((original) => scans.uses(original)),
    ...locals.map((l) => l.requestId),
  ];
  for (const id of requests) refreshOverlay(unit, id);
  return true;
}
