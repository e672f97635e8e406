import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { blobHash, requestId } from '../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import { createSyncEngine } from '../../electron/sync/sync-engine.ts';
import { sampleRequest } from '../support/samples/sample-request.ts';
import { strangerDesk } from '../support/sync/sync-desk.ts';
import { manualClock } from '../support/time/manual-clock.ts';
import { addCounts, noCounts, reportOf, type DrillReport } from './account/drill-report.ts';
import { isWhole, VaultDisk } from './desk/vault-disk.ts';
import type { DrillOptions, Say } from './drill.ts';
import { fixedAttacks, type Attack } from './hostile-server/fixed-attacks.ts';
import { fuzzAttack } from './hostile-server/fuzz-attack.ts';
import { serveHostile, type HostileHost } from './hostile-server/serve-hostile.ts';

const mostGrowthMb = 100;
/** Code and buffers that this process needs once are no growth. */
const warmUp = 12;
const goodItems = 5;
/** One attempt of a sync against a server that hangs, milliseconds: two time-outs of one second, and room. */
const longestAttempt = 20_000;

/**
 * Drill 11: twelve attacks by name, then `count` fuzzed ones. Memory grows by less than 100 MB, nothing is written
 * outside the store, the bad item stands aside, and the rest syncs.
 */
export async function hostileServer({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const counts = noCounts();
  const host = await serveHostile();
  const root = mkdtempSync(join(tmpdir(), 'desk-hostile-'));
  const attacks = [
    ...fixedAttacks,
    ...Array.from({ length: count }, (_, nth) => fuzzAttack(seed * 100_000 + nth)),
  ];
  let largest = 0;
  const memory = { before: 0, peak: 0 };
  const watch = setInterval(() => (memory.peak = Math.max(memory.peak, megabytes())), 20);
  try {
    for (const attack of fixedAttacks.slice(0, 5)) await attackOnce(host, attack, root);
    const begin = liveMegabytes();
    for (const [nth, attack] of attacks.entries()) {
      memory.before = memory.peak = megabytes();
      const one = await attackOnce(host, attack, root);
      largest = Math.max(largest, memory.peak - memory.before);
      addCounts(counts, one);
      if (one.count === 0 || one.silentWrong + one.lost + one.aborted > 0)
        say(`${attack.name}: ${JSON.stringify(one)}`);
      if (nth % 100 === warmUp - 1) say(`${nth + 1} of ${attacks.length}: ${Math.round(megabytes())} MB`);
    }
    const kept = liveMegabytes() - begin;
    say(`One attack took up to ${Math.round(largest)} MB; all of them left ${Math.round(kept)} MB in use`);
    if (Math.max(largest, kept) >= mostGrowthMb) addCounts(counts, { aborted: 1 });
  } finally {
    clearInterval(watch);
    await host.close();
    rmSync(root, { recursive: true, force: true });
  }
  return reportOf('hostile-server', attacks.length, counts);
}

async function attackOnce(host: HostileHost, attack: Attack, root: string) {
  const counts = noCounts();
  const scan = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(20_000, 3)]);
  const hash = blobHash.parse(createHash('sha256').update(scan).digest('hex'));
  const requests = Array.from({ length: goodItems }, (_, nth) => goodRequest(nth, hash, scan.length));
  const lines = requests.map((body, nth) =>
    JSON.stringify({ cursor: `good-${nth}`, kind: 'request', id: body.id, version: body.version, body }),
  );
  host.setHonest(lines, scan);
  const stranger = strangerDesk(host.url);
  const vaultRoot = mkdtempSync(join(root, 'vault-'));
  const before = outside(root);
  const disk = new VaultDisk(stranger.identity, vaultRoot);
  const { store, blobs, database } = await disk.open();
  const clock = manualClock(Date.parse('2026-11-20T10:00:00.000Z'));
  const engine = createSyncEngine({
    ...{ store, blobs, identity: stranger.identity, clock, random: () => 0.5 },
    events: { applied: () => undefined, status: () => undefined },
    patience: { answer: 1000, idle: 1000, whole: 3000, grace: 3000 },
  });
  const sync = async () => {
    const begun = performance.now();
    await engine.syncNow();
    const took = performance.now() - begun;
    if (took > longestAttempt) addCounts(counts, { aborted: 1 });
    clock.advance(10 * 60_000);
  };

  host.setAnswers(attack.answers(lines));
  await sync();
  await sync();
  await sync();
  const { lastCompleteAt } = await engine.status();
  const early = await missing(store, requests);
  // One without a readable name stands aside once for each place at which it was sent.
  if (attack.isBadItem && (await store.setAside()).length === 0) addCounts(counts, { silentWrong: 1 });
  // Good lines beside a bad one come through while the attack goes on.
  if (!attack.isWholePage) addCounts(counts, { lost: early });
  if (lastCompleteAt !== null && early > 0 && !attack.name.startsWith('fuzzed'))
    addCounts(counts, { falseSynced: 1 });

  host.setAnswers(null);
  for (let attempt = 0; attempt < 2; attempt += 1) await sync();
  await store.scanWanted(hash);
  await engine.fetchScan(hash);
  await engine.syncNow();
  addCounts(counts, { lost: await missing(store, requests), count: 1 });
  if (!(await blobs.get(hash))?.length) addCounts(counts, { lost: 1 });
  if (Object.hasOwn(Object.prototype, 'polluted')) addCounts(counts, { silentWrong: 1 });
  if (!isWhole(database)) addCounts(counts, { silentWrong: 1 });
  await engine.stop();
  database.close();
  disk.dispose();
  if (outside(root).join() !== before.filter((name) => !vaultRoot.endsWith(name)).join()) {
    addCounts(counts, { silentWrong: 1 });
  }
  return counts;
}

/** What lies round the vault, where a path in a name would lead. */
function outside(root: string): string[] {
  return [...readdirSync(root), ...readdirSync(tmpdir()).filter((name) => name.includes('escaped'))];
}

async function missing(
  store: ReturnType<typeof strangerDesk>['store'],
  requests: readonly MigrationRequest[],
): Promise<number> {
  let count = 0;
  for (const request of requests) {
    const here = (await store.request(request.id))?.request;
    if (here === undefined) count += 1;
  }
  return count;
}

function goodRequest(nth: number, hash: ReturnType<typeof blobHash.parse>, size: number): MigrationRequest {
  const scan = { hash, size, mime: 'image/jpeg' as const, pages: 1, masked: true };
  const documents = nth === 0 ? [{ id: 'doc-1', kind: 'application', need: 'needed', scan } as const] : [];
  return sampleRequest({ id: requestId.parse(`req-${nth}`), documents: [...documents] });
}

function megabytes(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

/**
 * What is in use when all that can be given back was. Not what the process holds of the system: that rises with each of
 * the hundreds of vaults that one run of this drill opens, whatever a server sends.
 */
function liveMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
