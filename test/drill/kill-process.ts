import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { enrolledIdentity } from '../support/sync/sync-desk.ts';
import { chanceOf, type Chance } from '../simulation/random.ts';
import { compareSides, type ToldDecision } from './account/compare-sides.ts';
import { addCounts, noCounts, reportOf, type DrillCounts, type DrillReport } from './account/drill-report.ts';
import { readServer } from './account/read-server.ts';
import { bundleChild } from './desk/bundle-child.ts';
import type { ChildOrder, ChildWord } from './desk/child-words.ts';
import { liveOnce, type KillMoment } from './desk/child-process.ts';
import { openOffice, startDrillServer, type DrillOffice } from './desk/office.ts';
import { VaultDisk } from './desk/vault-disk.ts';
import type { DrillOptions, Say } from './drill.ts';

/** From the start of the process until the vault is open, without waiting for other programs; milliseconds. */
const longestOpening = 2000;
const killsPerDesk = 25;
const lanes = 2;

/** Drill 1: a real process killed (-9) at a random time while it opens, decides, sends or receives. */
export async function killProcess({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const child = await bundleChild();
  const central = await startDrillServer();
  const counts = noCounts();
  const during: Record<string, number> = {};
  let begun = 0;
  let [slowest, slowestWall] = [0, 0];
  async function lane(): Promise<void> {
    while (begun < count) {
      const share = Math.min(killsPerDesk, count - begun);
      const laneSeed = seed * 100_000 + begun;
      begun += share;
      const office = await openOffice(central, 20 + share * 3);
      const desk = await KilledDesk.make(office, child, chanceOf(laneSeed), say);
      await desk.receiveAll();
      for (let kill = 0; kill < share; kill += 1) await desk.liveAndDie();
      await desk.finish();
      // Whoever was killed before a decision was ever told has tried nothing.
      if (share >= 10 && desk.told.size < share / 2) addCounts(counts, { aborted: 1 });
      addCounts(counts, desk.counts);
      for (const [step, times] of Object.entries(desk.during)) during[step] = (during[step] ?? 0) + times;
      slowest = Math.max(slowest, desk.slowestOpening);
      slowestWall = Math.max(slowestWall, desk.slowestWall);
      say(`${counts.count} of ${count}, ${desk.told.size} decisions told: ${JSON.stringify(counts)}`);
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
    say(
      `Killed while ${JSON.stringify(during)}; slowest opening ${Math.round(slowest)} ms (${Math.round(slowestWall)} by the wall's clock)`,
    );
  } finally {
    await central.close();
    rmSync(dirname(child.script), { recursive: true, force: true });
  }
  return reportOf('kill-process', count, counts);
}

/** A machine busy with the other lane may not answer in time: that is no fault of this drill. */
async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch {
    return work();
  }
}

/** One in six while it starts; most while it works, sooner rather than later. */
function momentOf(chance: Chance): KillMoment {
  if (chance.next() < 1 / 6) return { after: 'start', milliseconds: chance.next() * 400 };
  return { after: 'open', milliseconds: chance.next() * 400 };
}

/** One vault, its processes one after the other, and the ledger of what they told. */
class KilledDesk {
  readonly counts: DrillCounts = noCounts();
  readonly told = new Map<string, ToldDecision>();
  readonly during: Record<string, number> = {};
  slowestOpening = 0;
  slowestWall = 0;
  readonly #begun = new Set<string>();
  readonly #office: DrillOffice;
  readonly #order: Omit<ChildOrder, 'seed' | 'told' | 'isLast'>;
  readonly #deviceId: string;
  readonly #disk: VaultDisk;
  readonly #script: string;
  readonly #chance: Chance;
  readonly #say: Say;

  private constructor(
    office: DrillOffice,
    who: Awaited<ReturnType<typeof enrolledIdentity>>,
    child: Awaited<ReturnType<typeof bundleChild>>,
    chance: Chance,
    say: Say,
  ) {
    this.#office = office;
    this.#deviceId = who.identity.deviceId;
    this.#disk = new VaultDisk(who.identity);
    this.#script = child.script;
    this.#chance = chance;
    this.#say = say;
    this.#order = {
      file: this.#disk.file,
      folder: this.#disk.folder,
      key: this.#disk.key,
      vaultKey: this.#disk.vaultKey.toString('hex'),
      officerKey: who.keys.officerKey,
      workerUrl: child.workerUrl,
      requestIds: office.ids,
    };
  }

  static async make(
    office: DrillOffice,
    child: Awaited<ReturnType<typeof bundleChild>>,
    chance: Chance,
    say: Say,
  ): Promise<KilledDesk> {
    const who = await patiently(async () => enrolledIdentity(office.central.url, await office.newCode()));
    return new KilledDesk(office, who, child, chance, say);
  }

  /** One whole life before the first kill, so that there is something to decide. */
  async receiveAll(): Promise<void> {
    const life = await liveOnce(this.#script, this.#orderFor(true), null);
    if (life.isAborted) throw new Error(`The first sync failed: ${life.complaints.slice(0, 500)}`);
  }

  async liveAndDie(): Promise<void> {
    // Somebody else's change, so that there is something to receive.
    const changed = this.#office.central.data.changeRequest(
      this.#chance.pick(this.#office.ids),
      (request) => ({
        ...request,
        reason: `नमूना: बदला हुआ कारण ${this.counts.count}`,
      }),
    );
    const life = await liveOnce(this.#script, this.#orderFor(false), momentOf(this.#chance));
    await changed;
    this.#hear(life.words);
    if (life.isAborted) {
      addCounts(this.counts, { aborted: 1 });
      this.#say(`aborted: ${life.complaints.slice(0, 500)}`);
      return;
    }
    const step = life.words.findLast(
      (word) => word.is === 'step' || word.is === 'open' || word.is === 'told',
    );
    const name = step?.is === 'step' ? step.step : (step?.is ?? 'opening');
    this.during[name] = (this.during[name] ?? 0) + 1;
    addCounts(this.counts, { count: 1 });
    await this.#checkClaims(life.words);
  }

  /** The last process has a good link and all the time: then the three accounts are compared. */
  async finish(): Promise<void> {
    const life = await liveOnce(this.#script, this.#orderFor(true), null);
    this.#hear(life.words);
    const end = life.words.find((word) => word.is === 'finished');
    if (!end || life.isAborted) {
      addCounts(this.counts, { aborted: 1 });
      this.#say(`not finished: ${life.complaints.slice(0, 500)}`);
      return;
    }
    const { central, ids, district } = this.#office;
    const server = await readServer(central, this.#deviceId, ids);
    const notTold = new Set([...this.#begun].filter((id) => !this.told.has(id)));
    const client = { outbox: end.outbox };
    addCounts(this.counts, compareSides({ told: [...this.told.values()], notTold, server, client }));
    const isDone = end.status.unsent + end.status.undoable === 0 && end.status.problem === null;
    const there = new Map((await central.data.requests(district)).map((request) => [request.id, request]));
    const differing = end.requests.filter(
      (request, nth) => JSON.stringify(request) !== JSON.stringify(there.get(ids[nth] as never)),
    );
    addCounts(this.counts, { lost: isDone ? 0 : 1, silentWrong: differing.length + (end.isIntact ? 0 : 1) });
    await this.#checkClaims(life.words);
    this.#disk.dispose();
  }

  #orderFor(isLast: boolean): ChildOrder {
    return { ...this.#order, seed: this.#chance.below(2 ** 31), told: [...this.told.keys()], isLast };
  }

  #hear(words: readonly ChildWord[]): void {
    for (const word of words) {
      if (word.is === 'begun') this.#begun.add(word.id);
      if (word.is === 'told') this.told.set(word.id, { ...word });
      if (word.is !== 'open') continue;
      this.slowestOpening = Math.max(this.slowestOpening, word.milliseconds);
      this.slowestWall = Math.max(this.slowestWall, word.wall);
      if (word.milliseconds > longestOpening) addCounts(this.counts, { aborted: 1 });
    }
  }

  /** The server only ever gains: what was claimed to be there is looked for after the kill. */
  async #checkClaims(words: readonly ChildWord[]): Promise<void> {
    const known = Math.max(0, ...words.map((word) => (word.is === 'claim' ? word.known : 0)));
    if (known === 0) return;
    const answers = await this.#office.central.data.answers(this.#deviceId);
    const claimed = [...this.told.keys()].slice(0, known);
    addCounts(this.counts, { falseSynced: claimed.filter((id) => !answers.has(id)).length });
  }
}
