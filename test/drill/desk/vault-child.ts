import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstBrokenRow } from '../../../electron/storage/audit-chain.ts';
import { openBlobStore } from '../../../electron/storage/encrypted-blob-store.ts';
import { openEncrypted } from '../../../electron/storage/sql-database.ts';
import { privateKeyFrom, signText } from '../../../electron/storage/signature.ts';
import type { Store } from '../../../electron/storage/store.ts';
import { openWorkerStore } from '../../../electron/storage/worker-store.ts';
import { createSyncEngine } from '../../../electron/sync/sync-engine.ts';
import { realClock, recordAs } from '../../support/sync/sync-desk.ts';
import { chanceOf, type Chance } from '../../simulation/random.ts';
import type { ChildOrder, ChildWord } from './child-words.ts';
import { ownMilliseconds } from './opening-time.ts';
import { isWhole } from './vault-disk.ts';

/**
 * The main process's core (the vault behind its thread, and the sync) as a process of its own, which decides, sends
 * and receives without end until it is killed; or, when told to finish, syncs until all is done and tells its outbox.
 * Each line on its output is one `ChildWord`, written after the fact.
 */
const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ChildOrder;
const chance = chanceOf(order.seed);
const { file, key, officerKey } = order;
const { store: opened, identity } = await openWorkerStore(new URL(order.workerUrl), file, key);
const blobs = await openBlobStore(join(order.folder, 'blobs'), Buffer.from(order.vaultKey, 'hex'));
tell({ is: 'open', milliseconds: ownMilliseconds(), wall: performance.now() });

const told: string[] = order.told;
const signing = privateKeyFrom(officerKey);
const keys = { signAsOfficer: (text: string) => signText(signing, text) };
const engine = createSyncEngine({
  store: watched(opened),
  blobs,
  identity,
  clock: realClock,
  random: () => chance.next(),
  events: { applied: () => undefined, status: ({ step }) => tell({ is: 'step', step }) },
  patience: { answer: 10_000, idle: 10_000 },
});

if (order.isLast) await finish();
else await decideWithoutEnd(chance);

function tell(word: ChildWord): void {
  process.stdout.write(`${JSON.stringify(word)}\n`);
}

/** What a reading of the counts claims is claimed of what had been told when it began. */
function watched(store: Store): Store {
  return {
    ...store,
    counts: async (now) => {
      const known = told.length;
      const counts = await store.counts(now);
      if (counts.unsent + counts.undoable === 0) tell({ is: 'claim', known });
      return counts;
    },
  };
}

async function decideWithoutEnd(chance: Chance): Promise<void> {
  engine.start();
  for (;;) {
    // The working set's first page: those at its beginning are decided first.
    const open = (await opened.slimRows(null, 200)).rows.filter((row) => row.pile === 'to-do');
    if (open.length > 0) await decideOne(chance.pick(open).id, chance);
    await new Promise((resolve) => setTimeout(resolve, chance.below(open.length > 0 ? 40 : 10)));
  }
}

async function decideOne(
  requestId: Parameters<typeof recordAs>[1]['requestId'],
  chance: Chance,
): Promise<void> {
  const now = Date.now();
  const sealsAt = now + (chance.next() < 0.3 ? 30 : 0);
  const outcome = chance.pick(['approve', 'return', 'reject'] as const);
  tell({ is: 'step', step: 'deciding' });
  try {
    const decision = await recordAs(
      { store: opened, identity, keys },
      { requestId, outcome, now, sealsAt },
      (begun) => tell({ is: 'begun', id: begun.id }),
    );
    tell({ is: 'told', id: decision.id, requestId, content: decision.content });
    told.push(decision.id);
  } catch (error) {
    // Changed, decided or withdrawn by what came in meanwhile: the officer is told so, and nothing was recorded.
    if (!(error instanceof Error) || !error.message.startsWith('N')) throw error;
    tell({ is: 'refused' });
  }
  engine.poke();
}

async function finish(): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await engine.syncNow();
    const { unsent, undoable, problem } = await engine.status();
    if (unsent + undoable === 0 && problem === null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await engine.syncNow();
  const outbox = (await opened.outbox()).map(({ decisionId, state, receipt }) => ({
    decisionId,
    state,
    hasReceipt: receipt !== null,
  }));
  const audit = await opened.audit(0, 10_000_000);
  const status = await engine.status();
  await engine.stop();
  const requests = await Promise.all(
    order.requestIds.map(async (id) => (await opened.request(id))?.request ?? null),
  );
  await opened.close();
  const database = openEncrypted(file, key, 'existing');
  const isIntact = isWhole(database) && firstBrokenRow(audit) === null;
  database.close();
  tell({ is: 'finished', outbox, isIntact, status, requests });
}
