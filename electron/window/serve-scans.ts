import { blobHash } from '../../shared/domain/ids.ts';
import type { Clock } from '../sync/engine.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { Session } from '../session/session.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { OpenVault } from '../storage/vault.ts';
import type { BlobHash } from '../../shared/domain/ids.ts';
import { notFound, type PathHandler } from './app-protocol.ts';
import { secureHeaders } from './content-policy.ts';

/** Decrypted scans at `/scans/{hash}`, only while an officer is signed in, and never into a cache. */
export function serveScans(session: Session, clock: Clock): PathHandler {
  return async (path) => {
    const match = /^\/scans\/([0-9a-f]{64})$/.exec(path);
    if (!match) return null;
    const desk = session.signedIn();
    if (!desk) return notFound();
    return readScan(desk.vault, blobHash.parse(match[1]), clock);
  };
}

async function readScan(vault: OpenVault, hash: BlobHash, clock: Clock): Promise<Response> {
  const scan = await vault.store.scan(hash);
  if (scan?.state !== 'ready') return notFound();
  try {
    const bytes = await vault.blobs.get(hash);
    if (bytes) return new Response(new Uint8Array(bytes), { headers: secureHeaders(scan.mime) });
  } catch (error) {
    if (!(error instanceof StorageError) || error.kind !== 'damaged-blob') throw error;
    await vault.blobs.remove(hash);
  }
  await fetchAgain(vault, hash, clock);
  return notFound();
}

/** A blob that is gone or damaged is content-addressed: the server still has it, so it is wanted again. */
async function fetchAgain(vault: OpenVault, hash: BlobHash, clock: Clock): Promise<void> {
  await vault.store.scanWanted(hash);
  const at = instantOf(clock.now());
  await vault.store.noteAudit({ at, actor: null, action: 'scan-damaged', subject: hash, detail: {} });
}
