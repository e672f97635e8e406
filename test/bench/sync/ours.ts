import { openWorkerStore } from '../../../electron/storage/worker-store.ts';
import { createSyncEngine } from '../../../electron/sync/sync-engine.ts';
import { memoryBlobs } from '../../support/sync/memory-blobs.ts';
import { realClock } from '../../support/sync/sync-desk.ts';
import { measured, publishRound, readTask, tell, type Measured } from './contestant.ts';
import { vaultKey, workerUrl } from './vaults.ts';

/** The engine as the app runs it, on the encrypted store behind its worker: one `syncNow` for each thing measured. */
const task = readTask();
const { store, identity } = await openWorkerStore(workerUrl, task.file, vaultKey);
const engine = createSyncEngine({
  store,
  blobs: memoryBlobs(),
  identity,
  clock: realClock,
  random: () => 0.5,
  events: { applied: () => undefined, status: () => undefined },
  fault: (error) => {
    throw error;
  },
});
const sync = () => measured(task.url, () => engine.syncNow());

if (task.phase === 'send') {
  const push = await sync();
  const { unsent } = await store.counts(new Date().toISOString());
  const accepted = (await store.outbox()).filter((item) => item.receipt !== null).length;
  if (unsent > 0 || accepted !== task.decisions) throw new Error(`${unsent} unsent, ${accepted} accepted`);
  tell({ push });
} else {
  const firstSync = await sync();
  const { total } = await store.slimRows(null, 1);
  if (total !== task.requests) throw new Error(`${total} requests`);
  const changes: Measured[] = [];
  for (let round = 0; round < task.rounds; round += 1) {
    await publishRound(task.url);
    changes.push(await sync());
    const [first] = (await store.slimRows(null, 1)).rows;
    if (first?.version !== round + 2) throw new Error('The change did not arrive');
  }
  tell({ firstSync, changes });
}
await engine.stop();
await store.close();
process.disconnect();
