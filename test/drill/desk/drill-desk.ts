import type { Outcome } from '../../../shared/domain/decision.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import type { Fetch } from '../../../electron/sync/http-transport.ts';
import { createSyncEngine } from '../../../electron/sync/sync-engine.ts';
import { enrolledIdentity, recordAs, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { manualClock } from '../../support/time/manual-clock.ts';
import type { Chance } from '../../simulation/random.ts';
import {
  compareAnswers,
  compareSides,
  type ClientSide,
  type ToldDecision,
} from '../account/compare-sides.ts';
import { addCounts, noCounts } from '../account/drill-report.ts';
import { readServer } from '../account/read-server.ts';
import type { DrillOffice } from './office.ts';
import { mortalSteps, type MortalSteps } from './mortal-steps.ts';
import { VaultDisk, type OpenDisk } from './vault-disk.ts';

export interface DrillDeskOptions {
  chance: Chance;
  /** How it reaches the network. */
  fetch?: Fetch;
  /** The step at which its process dies, of the next start on; null: it lives. */
  dieAt?: number | null;
  answerPatience?: number;
}

/**
 * One officer's PC in a drill: the real engine on the real encrypted files and real HTTP, whose process may die and be
 * started again. Beside it stands the ledger of what the officer was told, which no part of the app ever sees.
 */
export class DrillDesk {
  readonly office: DrillOffice;
  readonly identity: SyncDesk['identity'];
  readonly disk: VaultDisk;
  readonly clock = manualClock(Date.now());
  readonly told = new Map<string, ToldDecision>();
  /** Begun without an answer when the process died. */
  readonly notTold = new Set<string>();
  /** What went wrong in the middle; the end is for `account`. */
  readonly seen = noCounts();
  /** Of the vault, milliseconds. */
  slowestOpening = 0;
  readonly #keys: SyncDesk['keys'];
  readonly #options: DrillDeskOptions;
  #open: OpenDisk | null = null;
  #process: MortalSteps | null = null;
  #engine: SyncEngine | null = null;

  private constructor(
    office: DrillOffice,
    who: Pick<SyncDesk, 'identity' | 'keys'>,
    options: DrillDeskOptions,
  ) {
    this.office = office;
    this.identity = who.identity;
    this.#keys = who.keys;
    this.#options = options;
    this.disk = new VaultDisk(who.identity);
  }

  /** Enrolled and started. */
  static async make(office: DrillOffice, options: DrillDeskOptions): Promise<DrillDesk> {
    const who = await enrolledIdentity(office.central.url, await office.newCode());
    const desk = new DrillDesk(office, who, options);
    await desk.start(options.dieAt ?? null);
    return desk;
  }

  get store(): OpenDisk['store'] {
    return this.process.store;
  }

  get engine(): SyncEngine {
    if (!this.#engine) throw new Error('The desk is not started');
    return this.#engine;
  }

  get process(): MortalSteps {
    if (!this.#process) throw new Error('The desk is not started');
    return this.#process;
  }

  get files(): OpenDisk {
    if (!this.#open) throw new Error('The desk is not started');
    return this.#open;
  }

  /** Opens what is on the disk, and goes on. */
  async start(dieAt: number | null = null): Promise<void> {
    const begun = performance.now();
    this.#open = await this.disk.open();
    this.slowestOpening = Math.max(this.slowestOpening, performance.now() - begun);
    const { store, blobs } = this.#open;
    this.#process = mortalSteps({ store, blobs, fetch: this.#options.fetch ?? fetch }, dieAt);
    const answer = this.#options.answerPatience ?? 5000;
    this.#engine = createSyncEngine({
      store: this.#process.store,
      blobs: this.#process.blobs,
      fetch: this.#process.fetch,
      identity: this.identity,
      clock: this.clock,
      random: () => this.#options.chance.next(),
      events: { applied: () => undefined, status: () => undefined },
      patience: { answer, idle: answer },
    });
  }

  /** The process is gone as by `kill -9`, and the app is started again on what is on the disk. */
  async crash(dieAt: number | null = null): Promise<void> {
    this.process.kill();
    this.disk.crash();
    await this.engine.stop();
    this.files.database.close();
    await this.start(dieAt);
  }

  /** By hand. False: the process died in it; then it was started again. */
  async sync(): Promise<boolean> {
    await this.engine.syncNow();
    if (this.process.isDead) {
      await this.crash();
      return false;
    }
    await this.#checkClaim();
    return true;
  }

  /** What has not left when the sync that goes by itself had so many milliseconds. */
  async unsentAfter(patience: number): Promise<number> {
    const end = Date.now() + patience;
    for (;;) {
      const { unsent, undoable } = await this.engine.status();
      if (unsent + undoable === 0 || Date.now() > end) return unsent + undoable;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** False: the process died in it, and was started again. */
  async decide(requestId: RequestId, outcome: Outcome, sealsIn = 0): Promise<boolean> {
    const now = this.clock.now();
    const decided = { requestId, outcome, now, sealsAt: now + sealsIn };
    let id = '';
    try {
      const as = { store: this.store, identity: this.identity, keys: this.#keys };
      const decision = await recordAs(as, decided, (begun) => {
        id = begun.id;
        this.notTold.add(id);
      });
      this.told.set(id, { id, requestId, content: decision.content });
      this.notTold.delete(id);
      this.engine.poke();
      return true;
    } catch (error) {
      if (!this.process.isDead) throw error;
      await this.crash();
      return false;
    }
  }

  /** Decides one of the open requests, if there is one. */
  async decideSome(chance: Chance, sealsIn = 0): Promise<void> {
    const { rows } = await this.store.slimRows(null, 1000);
    const open = rows.filter((row) => row.pile === 'to-do');
    if (open.length > 0) {
      await this.decide(chance.pick(open).id, chance.pick(['approve', 'return', 'reject'] as const), sealsIn);
    }
  }

  /** Takes back the newest decision that is not sealed yet, if there is one. */
  async undoNewest(): Promise<void> {
    const item = (await this.files.store.outbox()).find(({ state }) => state === 'recorded');
    const told = item && this.told.get(item.decisionId);
    if (!item || !told) return;
    // From the moment of asking nobody may rely on the decision's being sent.
    this.told.delete(told.id);
    this.notTold.add(told.id);
    try {
      const at = instantOf(this.clock.now());
      const done = await this.store.undoDecision(item.decisionId, at, this.identity.officer.id);
      if (!done.ok) this.told.set(told.id, told);
    } catch (error) {
      if (!this.process.isDead) throw error;
      await this.crash();
    }
  }

  async clientSide(): Promise<ClientSide> {
    const outbox = await this.files.store.outbox();
    return {
      outbox: outbox.map(({ decisionId, state, receipt }) => ({
        decisionId,
        state,
        hasReceipt: receipt !== null,
      })),
    };
  }

  /** Acknowledged here is answered so there, and nothing is there that never left here. */
  async checkSets(): Promise<void> {
    const client = await this.clientSide();
    const answers = await this.office.central.data.answers(this.identity.deviceId);
    const begun = new Map(client.outbox.map((item) => [item.decisionId, item.state]));
    const unsent = [...answers.keys()].filter((id) =>
      ['recorded', 'sealed', undefined].includes(begun.get(id)),
    );
    addCounts(this.seen, { falseSynced: compareAnswers(client, answers), silentWrong: unsent.length });
  }

  /** The end: a good link, and time. */
  async settle(): Promise<void> {
    await this.crash();
    this.clock.advance(60 * 60_000);
    for (let attempt = 0; attempt < 4; attempt += 1) await this.sync();
  }

  /** What was told, what the server's tables hold, what the client says: all three against each other. */
  async account() {
    const counts = noCounts();
    addCounts(counts, this.seen);
    const server = await readServer(this.office.central, this.identity.deviceId, this.office.ids);
    const client = await this.clientSide();
    addCounts(counts, compareSides({ told: [...this.told.values()], notTold: this.notTold, server, client }));
    for (const request of await this.office.central.data.requests(this.office.district)) {
      const here = (await this.files.store.request(request.id))?.request ?? null;
      if (JSON.stringify(here) !== JSON.stringify(request)) addCounts(counts, { silentWrong: 1 });
    }
    const status = await this.engine.status();
    if (status.unsent > 0 || status.problem !== null || status.setAside > 0) addCounts(counts, { lost: 1 });
    return counts;
  }

  async close(): Promise<void> {
    await this.engine.stop();
    this.files.database.close();
    this.disk.dispose();
  }

  /** "All synced" was said while something told was not at the server. */
  async #checkClaim(): Promise<void> {
    const told = [...this.told.keys()];
    const { unsent, undoable, problem } = await this.engine.status();
    if (unsent + undoable > 0 || problem !== null) return;
    const answers = await this.office.central.data.answers(this.identity.deviceId);
    addCounts(this.seen, { falseSynced: told.filter((id) => !answers.has(id)).length });
  }
}
