import { localScanId } from '../../shared/domain/documents/local-scan.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { IntakeItem } from '../documents/intake/intake-item.ts';
import { keptFile, type KeptFile } from '../documents/intake/kept-file.ts';
import type { SignedIn } from '../session/session.ts';
import type { Applied } from '../storage/store.ts';
import { done, type Services } from './services.ts';

/**
 * Keeps the masked pages of an intake, encrypted, and forgets the original. Refused while digits can be read or a box
 * by hand is wanted: what is not masked is never kept.
 */
export async function keepIntake(
  services: Services,
  desk: SignedIn,
  item: IntakeItem,
): Promise<Result<undefined, DeskError>> {
  const { progress } = item;
  if (progress.state !== 'ready') return fail({ kind: 'not-masked' });
  const { reading, maskedPages } = progress.examined;
  if (reading.masking.residue > 0 || reading.masking.wantsHand) return fail({ kind: 'not-masked' });
  if (maskedPages.length === 0) return fail({ kind: 'document', fault: 'not-a-document' });
  const kept = await keptFile(maskedPages);
  // The bytes first: a row that names what is not there would be a scan that was lost.
  await desk.vault.blobs.put(kept.hash, kept.bytes);
  services.applied(await keepRow(services, desk, item, kept));
  desk.engine.poke();
  const { folderFileId } = item.file;
  if (folderFileId !== null) {
    services.documents.folder.noteTaken(folderFileId);
    services.emit('folder', services.documents.folder.state());
  }
  services.documents.shelf.remove(item.id);
  services.emit('documents', { requestId: item.requestId });
  return done;
}

async function keepRow(
  services: Services,
  { vault, officer }: SignedIn,
  item: IntakeItem,
  kept: KeptFile,
): Promise<Applied> {
  const { requestId, documentId, kind, file, progress } = item;
  if (progress.state !== 'ready') throw new Error('Only what is ready is kept');
  const { reading } = progress.examined;
  const now = services.clock.now();
  const at = instantOf(now);
  const scan = { hash: kept.hash, size: kept.bytes.byteLength, mime: kept.mime, pages: kept.pages };
  if (file.source !== 'server') {
    const id = localScanId.parse(services.makeId(now));
    const local = { id, requestId, documentId, kind, scan, source: file.source, by: officer.officerId, at };
    return vault.store.addLocalScan(local, reading);
  }
  const stored = await vault.store.request(requestId);
  const original = stored?.request.documents.find(({ id }) => id === documentId)?.scan?.hash;
  if (original === undefined) return { rows: [], removed: [], masterChanged: false };
  return vault.store.keepMaskedCopy({ original, scan, reading }, officer.officerId, at);
}
