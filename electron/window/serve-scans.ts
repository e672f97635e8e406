import { blobHash, type BlobHash } from '../../shared/domain/ids.ts';
import type { Clock } from '../sync/engine.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { Session, SignedIn } from '../session/session.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { Applied } from '../storage/store.ts';
import type { OpenVault } from '../storage/vault.ts';
import type { PathHandler } from './app-protocol.ts';
import { secureHeaders } from './content-policy.ts';
import { notFound } from './not-found.ts';

/**
 * Decrypted scans at `/scans/{hash}`, only while an officer is signed in, and never into a cache.
 * @param applied hears what the loss of a scan changed in the working set.
 */
export function serveScans(
  session: Pick<Session, 'signedIn'>,
  clock: Pick<Clock, 'now'>,
  applied: (change: Applied) => void,
): PathHandler {
  return async (path) => {
    const match = /^\/scans\/([0-9a-f]{64})$/.exec(path);
    if (!match) return null;
    const desk = session.signedIn();
    if (!desk) return notFound();
    const hash = blobHash.parse(match[1]);
    const scan = await desk.vault.store.scan(hash);
    if (scan?.state !== 'ready' || !scan.masked) return notFound();
    const bytes = await readWhole(desk.vault, hash);
    if (bytes) return new Response(new Uint8Array(bytes), { headers: secureHeaders(scan.mime) });
    await fetchAgain(desk, hash, clock, applied);
    return notFound();
  };
}

/** Null for one that is gone, or that was damaged: that one is removed. */
async function readWhole({ blobs }: OpenVault, hash: BlobHash): Promise<Uint8Array | null> {
  try {
    return await blobs.get(hash);
  } catch (error) {
    if (!(error instanceof StorageError) || error.kind !== 'damaged-blob') throw error;
    await blobs.remove(hash);
    return null;
  }
}

/** The server still has it under the same name: it is wanted again, at once, because somebody looks at it now. */
async function fetchAgain(
  { vault, engine }: SignedIn,
  hash: BlobHash,
  clock: Pick<Clock, 'now'>,
  applied: (change: Applied) => void,
): Promise<void> {
  applied(await vault.store.scanLost(hash, instantOf(clock.now())));
  void engine.fetchScan(hash);
}
