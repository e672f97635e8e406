import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figures, Task } from './sync/contestant.ts';
import { contestants, installPeers, type ContestantName } from './sync/contestants.ts';
import { acceptedAnswer, decisionOf, signingKeys } from './sync/decided.ts';
import { startLoopbackServer } from './sync/loopback-server.ts';
import { summary, type SyncFigures } from './sync/summary.ts';
import { emptyVault, fillOutbox } from './sync/vaults.ts';
import { runContestant } from './sync/run-contestant.ts';
import { changedLines, firstLines } from './sync/workload.ts';

export interface SyncBenchOptions {
  runs: number;
  requests: number;
  decisions: number;
  changes: number;
  seed: number;
  /** Whether PouchDB and RxDB are measured too; installed where they are missing. */
  peers: boolean;
}

/** Rounds of changes in each run, one after the other in the same process: a desk receives some all day long. */
const rounds = 20;

/**
 * Receiving `requests` for the first time, then `changes` of them in each of twenty rounds, and sending `decisions` that
 * wait sealed until each is acknowledged: all on loopback, each contestant in a process of its own, taking turns.
 *
 * - `ours`: the real engine on the encrypted store behind its worker, full sync; one `syncNow` with its session.
 * - `floor`: in one thread, fetches the same pages from the same server, JSON.parse, and plain prepared statements in
 *   one transaction into the same encrypted store with full sync, without a session, a schema or a check. It writes the
 *   same rows and search entries, made by the same functions; what making them costs is told beside it. To send, one
 *   transaction marks all as sent, the same batches are posted, and one transaction keeps what was answered. No receipt
 *   is proven; `receiptChecks` tells what proving each once costs in one thread.
 * - `pouchdb`: replication with express-pouchdb, both on leveldb, batches of 1,000; leveldb does not flush a batch to
 *   the disk, nothing is encrypted, checked or indexed. Its server compresses what it sends, so its bytes are fewer.
 * - `rxdb`: its replication over HTTP with the same server, batches of 1,000 in and of 500 out; in memory only.
 */
export async function syncBench(options: SyncBenchOptions): Promise<SyncFigures> {
  const { runs, requests, decisions, changes, seed } = options;
  const peers = options.peers ? await installPeers() : 'left out';
  const folder = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  const [serverKeys, deviceKeys, officerKeys] = [signingKeys(), signingKeys(), signingKeys()];
  const first = firstLines(Math.max(requests, decisions), seed);
  const decided = Array.from({ length: decisions }, (_each, n) => decisionOf(n, officerKeys.privateKey));
  const received = first.slice(0, requests);
  const server = await startLoopbackServer({
    first: received,
    rounds: Array.from({ length: rounds }, (_each, round) => changedLines(received, changes, round)),
    answers: decided.map((decision, n) => acceptedAnswer(decision, n, serverKeys.privateKey)),
  });
  try {
    const setting = { folder, serverUrl: server.url, serverKey: serverKeys.publicKey };
    const empty = await emptyVault({ ...setting, deviceKey: deviceKeys.pkcs8 });
    const full = join(folder, 'full.db');
    await copyFile(empty, full);
    console.log(`Preparing ${decisions} sealed decisions`);
    await fillOutbox(full, first, decided);
    const figures: Record<ContestantName, Figures[]> = { ours: [], floor: [], pouchdb: [], rxdb: [] };
    for (let run = 0; run < runs; run += 1) {
      for (const phase of ['receive', 'send'] as const) {
        for (const name of turn(contestants(peers), run)) {
          const place = join(folder, `${name}-${phase}-${run}`);
          await mkdir(place);
          const file = join(place, 'vault.db');
          await copyFile(phase === 'receive' ? empty : full, file);
          server.reset();
          const task: Task = {
            ...{ phase, url: server.url, file, requests, decisions, changes, rounds },
            serverKey: serverKeys.publicKey,
          };
          figures[name].push(await runContestant(name, task));
          await rm(place, { recursive: true });
        }
      }
      console.log(`Run ${run + 1} of ${runs} done`);
    }
    return summary(figures, peers);
  } finally {
    server.close();
    await rm(folder, { recursive: true });
  }
}

/** Each run begins with another one. */
function turn<Item>(items: readonly Item[], run: number): Item[] {
  const from = run % items.length;
  return [...items.slice(from), ...items.slice(0, from)];
}
