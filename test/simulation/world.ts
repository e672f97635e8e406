import { districtId, officerId, requestId, type DecisionId } from '../../shared/domain/ids.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { Fetch } from '../../electron/sync/http-transport.ts';
import type { Fault, CentralServer } from '../central-server/start.ts';
import { sampleRequest } from '../support/samples/sample-request.ts';
import { sampleOffice } from '../support/sync/sample-office.ts';
import { enrolledDesk, type SyncDesk } from '../support/sync/sync-desk.ts';
import { manualClock, type ManualClock } from '../support/time/manual-clock.ts';
import { mortal, type Mortal } from './mortal.ts';
import type { Chance } from './random.ts';

const requestsPerWorld = 24;
const minute = 60_000;

const faults: readonly Fault[] = ['html', 'drop', 'drop-answer', 'cut', 'bad-json', '500', '502'];
/** Only where a hash tells: elsewhere TLS does, and what passes it is what the server sent. */
const blobFaults: readonly Fault[] = [...faults, 'wrong-bytes'];
const jpegHead = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

type Engine = ReturnType<SyncDesk['engine']>;

/** One district with one desk, whose app is killed and started again, at a server that others work on too. */
export class World {
  readonly central: CentralServer;
  readonly desk: SyncDesk;
  readonly clock: ManualClock;
  readonly ids: readonly RequestId[];
  readonly #chance: Chance;
  #app: { engine: Engine; process: Mortal };
  #isCalm = false;
  /** How often the process died, by itself or killed, and how often the network or the server failed. */
  deaths = 0;
  faults = 0;

  private constructor(central: CentralServer, desk: SyncDesk, ids: readonly RequestId[], chance: Chance) {
    this.central = central;
    this.desk = desk;
    this.ids = ids;
    this.#chance = chance;
    this.clock = manualClock(Date.now());
    this.#app = this.#start();
    central.setFault(async ({ path }) => {
      if (this.#isCalm || chance.next() < 0.6) return 'none';
      if (chance.next() < 0.2) await new Promise((resolve) => setTimeout(resolve, chance.below(15)));
      this.faults += 1;
      return chance.pick(path.startsWith('/v1/blobs/') ? blobFaults : faults);
    });
  }

  static async make(central: CentralServer, seed: number, chance: Chance): Promise<World> {
    const letters = String(seed).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
    const name = `seed-${letters}`;
    const district = { ...sampleOffice.district, id: districtId.parse(name) };
    const officer = {
      ...sampleOffice.officer,
      id: officerId.parse(name),
      login: name,
      districtId: district.id,
    };
    central.setFault(null);
    await central.data.putDistrict(district);
    await central.data.putOfficer(officer, `CODE-${seed}`);
    const ids = Array.from({ length: requestsPerWorld }, (_, nth) => requestId.parse(`${name}-${nth}`));
    for (const [nth, id] of ids.entries()) {
      const scan = nth % 6 === 0 ? await scanAt(central, district.id, chance) : null;
      const documents = scan ? [{ id: 'doc-1', kind: 'application', need: 'needed', scan } as const] : [];
      await central.data.putRequest(sampleRequest({ id, districtId: district.id, documents }));
    }
    return new World(central, await enrolledDesk(central.url, `CODE-${seed}`), ids, chance);
  }

  get engine(): Engine {
    return this.#app.engine;
  }

  /** The network and the server are well from now on. */
  calmDown(): void {
    this.#isCalm = true;
  }

  /** The process dies here, and the app is started again on what is on its disk. */
  async crash(): Promise<void> {
    const { engine, process } = this.#app;
    process.kill();
    this.deaths += 1;
    await engine.stop();
    this.#app = this.#start();
  }

  /** A sync by hand, in which the process may die at some step of the store; tells whether it lived. */
  async sync(): Promise<boolean> {
    await this.#app.engine.syncNow();
    const { isDead } = this.#app.process;
    if (isDead) await this.crash();
    return !isDead;
  }

  /** Decides some request that is still to do; some within the grace period, most sealed at once. */
  async decide(): Promise<void> {
    const open = (await this.desk.store.slimRows(null, 1000)).rows.filter((row) => row.pile === 'to-do');
    if (open.length === 0) return;
    const { id } = this.#chance.pick(open);
    const now = this.clock.now();
    const sealsAt = this.#chance.next() < 0.3 ? now + this.#chance.below(20) * minute : now;
    await this.desk.decide(id, this.#chance.pick(['approve', 'hold'] as const), now, sealsAt);
    this.#app.engine.poke();
  }

  async undo(): Promise<void> {
    const recorded = (await this.desk.store.outbox()).filter((item) => item.state === 'recorded');
    if (recorded.length === 0) return;
    const { decisionId } = this.#chance.pick(recorded);
    const at = instantOf(this.clock.now());
    await this.desk.store.undoDecision(decisionId, at, this.desk.identity.officer.id);
    this.#app.engine.poke();
  }

  /** Somebody else changes or withdraws a request at the server. */
  async meddle(): Promise<void> {
    // Half of the time one that was decided here and has no answer yet: that is a conflict in the making.
    const open = ['recorded', 'sealed', 'sent'];
    const underWay = (await this.desk.store.outbox()).filter((item) => open.includes(item.state));
    const isContest = underWay.length > 0 && this.#chance.next() < 0.5;
    const id = isContest ? this.#chance.pick(underWay).requestId : this.#chance.pick(this.ids);
    const request = await this.central.data.request(id);
    if (request?.status !== 'pending') return;
    const isWithdrawn = this.#chance.next() < 0.3;
    await this.central.data.changeRequest(request.id, (before) =>
      isWithdrawn ? { ...before, status: 'withdrawn' } : { ...before, reason: 'नमूना: बदला हुआ कारण' },
    );
  }

  async wait(): Promise<void> {
    this.clock.advance(this.#chance.below(10) * minute);
    await new Promise((resolve) => setTimeout(resolve, this.#chance.below(10)));
  }

  /** The officer asks again for what was set aside, as the window lets them. */
  async askAgain(): Promise<void> {
    for (const { documents } of await this.central.data.requests(this.desk.identity.district.id)) {
      for (const { scan } of documents) {
        if (!scan || (await this.desk.store.scan(scan.hash))?.state !== 'failed') continue;
        await this.desk.store.scanWanted(scan.hash);
        await this.#app.engine.fetchScan(scan.hash);
      }
    }
  }

  /** What the server has of this desk, by id. */
  async served(): Promise<Map<DecisionId, string>> {
    const all = await this.central.data.decisions();
    const mine = all.filter((decision) => decision.deviceId === this.desk.identity.deviceId);
    return new Map(mine.map((decision) => [decision.id as DecisionId, decision.result]));
  }

  #start(): { engine: Engine; process: Mortal } {
    const dieAt = !this.#isCalm && this.#chance.next() < 0.4 ? 1 + this.#chance.below(60) : null;
    const process = mortal(this.desk.store, dieAt, this.#doubling());
    const { store, fetch } = process;
    const patience = { answer: 2000, idle: 2000 };
    const { clock } = this;
    const engine = this.desk.engine({ store, fetch, clock, patience, random: () => this.#chance.next() });
    engine.start();
    return { engine, process };
  }

  /** Now and then a request reaches the server twice, as some proxies make it. */
  #doubling(): Fetch {
    return async (input, init) => {
      if (this.#isCalm || this.#chance.next() >= 0.1) return fetch(input, init);
      const first = await fetch(input, init).catch(() => null);
      await first?.arrayBuffer().catch(() => null);
      return fetch(input, init);
    };
  }
}

async function scanAt(central: CentralServer, district: string, chance: Chance) {
  const bytes = Buffer.concat([jpegHead, Buffer.alloc(20_000, chance.below(256)), Buffer.from(district)]);
  const hash = (await central.data.putBlob(bytes, district)) as never;
  return { hash, size: bytes.length, mime: 'image/jpeg' as const, pages: 1, masked: true };
}
