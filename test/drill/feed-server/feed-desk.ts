import { dirname } from 'node:path';
import { rmSync } from 'node:fs';
import { openBlobStore } from '../../../electron/storage/encrypted-blob-store.ts';
import { openWorkerStore } from '../../../electron/storage/worker-store.ts';
import type { Fetch } from '../../../electron/sync/http-transport.ts';
import { createSyncEngine } from '../../../electron/sync/sync-engine.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import { bundleChild } from '../desk/bundle-child.ts';
import { VaultDisk } from '../desk/vault-disk.ts';
import type { FeedServer } from './start-feed.ts';

/** A desk as the main process has it: the vault behind its own thread, the sync here. */
export async function openFeedDesk(feed: FeedServer, link?: Fetch) {
  const child = await bundleChild();
  const stranger = strangerDesk(feed.url);
  const identity = { ...stranger.identity, serverKey: feed.serverKey };
  const disk = new VaultDisk(identity);
  const { store } = await openWorkerStore(new URL(child.workerUrl), disk.file, disk.key);
  const blobs = await openBlobStore(disk.blobFolder, disk.vaultKey);
  const clock = manualClock(Date.now());
  const engine = createSyncEngine({
    ...{ store, blobs, identity, clock, random: () => 0.5 },
    ...(link ? { fetch: link } : {}),
    events: { applied: () => undefined, status: () => undefined },
    patience: { answer: 20_000, idle: 20_000 },
  });
  return {
    ...{ store, blobs, engine, clock, identity, keys: stranger.keys },
    async close() {
      await engine.stop();
      await store.close();
      disk.dispose();
      rmSync(dirname(child.script), { recursive: true, force: true });
    },
  };
}
