import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { enrolledIdentity } from '../support/sync/sync-desk.ts';
import { chanceOf, type Chance } from '../simulation/random.ts';
import { firstBrokenRow } from '../../electron/storage/audit-chain.ts';
import { blobHash } from '../../shared/domain/ids.ts';
import { openBlobStore } from '../../electron/storage/encrypted-blob-store.ts';
import { migrate } from '../../electron/storage/migrations/migrate.ts';
import { openEncrypted } from '../../electron/storage/sql-database.ts';
import { sqliteStore } from '../../electron/storage/sqlite-store.ts';
import { compareSides, type ToldDecision } from './account/compare-sides.ts';
import { addCounts, noCounts, reportOf, type DrillCounts, type DrillReport } from './account/drill-report.ts';
import { readServer } from './account/read-server.ts';
import { bundleChild } from './desk/bundle-child.ts';
import { liveOnce } from './desk/child-process.ts';
import type { ChildOrder, ChildWord } from './desk/child-words.ts';
import { openOffice, startDrillServer, type DrillOffice } from './desk/office.ts';
import { isWhole, VaultDisk } from './desk/vault-disk.ts';
import type { DrillOptions, Say } from './drill.ts';
import { buildShim } from './power-cut/build-shim.ts';
import { LossyDisk, type Survival } from './power-cut/lossy-disk.ts';
import { readRecords, type DiskRecord } from './power-cut/recorded-disk.ts';

/** Power cuts of one recorded life: at its end, and at random moments before. */
const cutsPerLife = 5;
const survivals: readonly Survival[] = ['nothing', 'parts', 'parts', 'everything'];

/**
 * Drill 14: a process with the vault works and is killed; a shim has recorded each write and each fsync of its files, in
 * their order. Then the power fails at the end, or at a random moment before: only what was synced is on the disk, and
 * random parts of the rest. What the officer had been told by then is there.
 */
export async function powerCut({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const root = mkdtempSync(join(tmpdir(), 'desk-power-'));
  const built = buildShim(root);
  const counts = noCounts();
  if ('missing' in built) {
    say(built.missing);
    return reportOf('power-cut', count, counts);
  }
  const child = await bundleChild();
  const central = await startDrillServer();
  const chance = chanceOf(seed);
  const seen: Record<string, number> = { told: 0, records: 0, lives: 0 };
  try {
    while (counts.count < count) {
      const office = await openOffice(central, 40, 2);
      const cuts = Math.min(cutsPerLife, count - counts.count);
      const life = await PowerLife.make({ office, child, shim: built.shim, root, chance, say });
      addCounts(counts, await life.run(cuts, seen));
      life.dispose();
      if (counts.aborted > 20) break;
      say(`${counts.count} of ${count}: ${JSON.stringify({ ...counts, ...seen })}`);
    }
  } finally {
    await central.close();
    rmSync(dirname(child.script), { recursive: true, force: true });
    rmSync(root, { recursive: true, force: true });
  }
  return reportOf('power-cut', count, counts);
}

interface LifeParts {
  office: DrillOffice;
  child: Awaited<ReturnType<typeof bundleChild>>;
  shim: string;
  root: string;
  chance: Chance;
  say: Say;
}

class PowerLife {
  readonly #parts: LifeParts;
  readonly #disk: VaultDisk;
  readonly #deviceId: string;
  readonly #order: Omit<ChildOrder, 'seed' | 'told' | 'isLast'>;

  private constructor(parts: LifeParts, who: Awaited<ReturnType<typeof enrolledIdentity>>) {
    this.#parts = parts;
    this.#deviceId = who.identity.deviceId;
    this.#disk = new VaultDisk(who.identity);
    this.#order = {
      ...{ file: this.#disk.file, folder: this.#disk.folder, key: this.#disk.key },
      vaultKey: this.#disk.vaultKey.toString('hex'),
      officerKey: who.keys.officerKey,
      workerUrl: parts.child.workerUrl,
      requestIds: parts.office.ids,
    };
  }

  static async make(parts: LifeParts): Promise<PowerLife> {
    const { office } = parts;
    return new PowerLife(parts, await enrolledIdentity(office.central.url, await office.newCode()));
  }

  dispose(): void {
    this.#disk.dispose();
  }

  async run(cuts: number, seen: Record<string, number>): Promise<DrillCounts> {
    const { child, shim, root, chance, say } = this.#parts;
    const { folder } = this.#disk;
    const counts = noCounts();
    const log = join(root, 'records');
    rmSync(log, { force: true });
    const start = new LossyDisk(folder);
    const environment = {
      ...process.env,
      ...{ LD_PRELOAD: shim, POWER_CUT_FOLDER: folder, POWER_CUT_LOG: log, UV_USE_IO_URING: '0' },
    };
    // First a whole one, in which requests and scans come; both are recorded.
    const first = { ...this.#order, seed: chance.below(2 ** 31), told: [], isLast: true };
    const receiving = await liveOnce(child.script, first, null, environment);
    if (receiving.isAborted) {
      say(`aborted: ${receiving.complaints.slice(0, 500)}`);
      return { ...counts, aborted: 1 };
    }
    const moment = { after: 'open', milliseconds: 500 + chance.next() * 2500 } as const;
    const order = { ...this.#order, seed: chance.below(2 ** 31), told: [], isLast: false };
    const life = await liveOnce(child.script, order, moment, environment);
    if (life.isAborted || !existsSync(log)) {
      say(`aborted: ${life.complaints.slice(0, 500)}`);
      return { ...counts, aborted: 1 };
    }
    const records = readRecords(log);
    const moments = [...Array.from({ length: cuts - 1 }, () => chance.below(records.length)), records.length];
    moments.sort((a, b) => a - b);
    const words = new SaidWords();
    let done = 0;
    for (const cut of moments) {
      for (const record of records.slice(done, cut)) {
        start.apply(record);
        words.hear(record);
      }
      done = cut;
      const place = join(root, 'after');
      rmSync(place, { recursive: true, force: true });
      const survival = chance.pick(survivals);
      start.writeTo(place, folder, survival, chance);
      addCounts(counts, {
        count: 1,
        ...(await this.#check(place, words, `${survival} at ${cut} of ${records.length}`)),
      });
    }
    seen['told'] = (seen['told'] ?? 0) + words.told.size;
    seen['records'] = (seen['records'] ?? 0) + records.length;
    seen['lives'] = (seen['lives'] ?? 0) + 1;
    addCounts(counts, await this.#goOn(join(root, 'after'), words));
    return counts;
  }

  /** Opens what is left: all that was told is there, unchanged, and nothing is called answered that is not. */
  async #check(place: string, words: SaidWords, what: string): Promise<Partial<DrillCounts>> {
    const { key, vaultKey } = this.#disk;
    const { office, say } = this.#parts;
    try {
      const database = openEncrypted(join(place, 'vault.db'), key, 'existing');
      migrate(database);
      const store = sqliteStore(database);
      const kept = new Map(store.keptDecisions().map((each) => [each.decisionId as string, each]));
      const answers = await office.central.data.answers(this.#deviceId);
      const lost = [...words.told.values()].filter(({ id }) => !kept.has(id));
      const other = [...words.told.values()].filter(
        ({ id, content }) => kept.has(id) && kept.get(id)?.content !== content,
      );
      const isTrue = isWhole(database) && firstBrokenRow(store.audit(0, 1_000_000)) === null;
      const falsely = [...kept.values()].filter(
        ({ decisionId, state }) => state === 'accepted' && answers.get(decisionId) !== 'accepted',
      );
      const scans = await this.#unreadableScans(place, database, vaultKey);
      store.close();
      if (lost.length + other.length + falsely.length + scans > 0 || !isTrue)
        say(
          `${what}: lost ${lost.length} of ${words.told.size}, other ${other.length}, false ${falsely.length}, scans ${scans}, whole ${isTrue}`,
        );
      return {
        lost: lost.length + scans,
        silentWrong: other.length + (isTrue ? 0 : 1),
        falseSynced: falsely.length,
      };
    } catch (error) {
      say(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { aborted: 1 };
    }
  }

  /** Called ready by the store, and not there whole. */
  async #unreadableScans(
    place: string,
    database: ReturnType<typeof openEncrypted>,
    vaultKey: Uint8Array,
  ): Promise<number> {
    const blobs = await openBlobStore(join(place, 'blobs'), vaultKey);
    const ready = database.prepare<[], string>("SELECT hash FROM scans WHERE state = 'ready'").pluck().all();
    const read = await Promise.all(ready.map((hash) => blobs.get(blobHash.parse(hash)).catch(() => null)));
    return read.filter((bytes) => bytes === null).length;
  }

  /** The cut at the life's end is what really happened: the next process goes on from there, and the accounts agree. */
  async #goOn(place: string, words: SaidWords): Promise<Partial<DrillCounts>> {
    const { office, child, chance, say } = this.#parts;
    const counts = noCounts();
    rmSync(this.#disk.folder, { recursive: true, force: true });
    cpSync(place, this.#disk.folder, { recursive: true });
    const order = { ...this.#order, seed: chance.below(2 ** 31), told: [...words.told.keys()], isLast: true };
    const life = await liveOnce(child.script, order, null);
    const end = life.words.find((word) => word.is === 'finished');
    if (!end || life.isAborted) {
      say(`not finished: ${life.complaints.slice(0, 500)}`);
      return { aborted: 1 };
    }
    const server = await readServer(office.central, this.#deviceId, office.ids);
    const notTold = new Set([...words.begun].filter((id) => !words.told.has(id)));
    const told = [...words.told.values()];
    addCounts(counts, compareSides({ told, notTold, server, client: { outbox: end.outbox } }));
    const isDone = end.status.unsent + end.status.undoable === 0 && end.status.problem === null;
    addCounts(counts, { lost: isDone ? 0 : 1, silentWrong: end.isIntact ? 0 : 1 });
    if (!isDone) say(`not done: ${JSON.stringify(end.status)}`);
    return counts;
  }
}

/** What the process had said by a moment, as its output came, in pieces. */
class SaidWords {
  readonly told = new Map<string, ToldDecision>();
  readonly begun = new Set<string>();
  #rest = '';

  hear({ kind, data }: DiskRecord): void {
    if (kind !== 'said') return;
    const lines = (this.#rest + data.toString('utf8')).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      const word = JSON.parse(line) as ChildWord;
      if (word.is === 'begun') this.begun.add(word.id);
      if (word.is === 'told')
        this.told.set(word.id, { id: word.id, requestId: word.requestId, content: word.content });
    }
  }
}
