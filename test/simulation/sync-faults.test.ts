import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutboxItem } from '../../shared/ipc/contract.ts';
import { startCentralServer, type CentralServer } from '../central-server/start.ts';
import { chanceOf } from './random.ts';
import { World } from './world.ts';

const stepsPerSeed = 40;
const fixedSeeds = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
const given = process.env['DESK_SEED'];
const seeds = given === undefined ? fixedSeeds : [Number(given)];

let central: CentralServer;
beforeAll(async () => {
  console.log(`Sync under faults, seeds ${seeds.join(' ')} (another: DESK_SEED=n)`);
  central = await startCentralServer({ seed: 'none' });
}, 120_000);
afterAll(async () => {
  console.log(`Seen: ${JSON.stringify(seen)}`);
  await central.close();
});

/** That the runs met what they are about. */
const seen = { accepted: 0, conflicted: 0, deaths: 0, faults: 0 };

/** What left: the server may have these and no others. */
const leftStates: readonly OutboxItem['state'][] = ['sent', 'accepted', 'refused', 'conflicted'];

/** Acknowledged ⊆ server ⊆ sent, with the same answer on both sides. */
async function checkSets(world: World): Promise<void> {
  const outbox = await world.desk.store.outbox();
  const served = await world.served();
  const left = new Set(
    outbox.filter((item) => leftStates.includes(item.state)).map((item) => item.decisionId),
  );
  for (const id of served.keys()) expect(left, `the server has ${id}, which never left`).toContain(id);
  for (const item of outbox) {
    if (item.state === 'accepted' || item.state === 'refused' || item.state === 'conflicted') {
      expect(served.get(item.decisionId)).toBe(item.state === 'conflicted' ? 'conflict' : item.state);
    }
    expect(item.receipt !== null).toBe(item.state === 'accepted');
  }
}

/** Complete is said only of a moment at which nothing was unsent. */
async function checkStatus(world: World, completeBefore: string | null): Promise<void> {
  // Null when the process died meanwhile, in a try that began by itself.
  const status = await world.engine.status().catch(() => null);
  if (!status || status.lastCompleteAt === completeBefore) return;
  expect(status).toMatchObject({ unsent: 0, scansMissing: 0, problem: null });
}

async function step(world: World, what: number): Promise<void> {
  if (what < 0.3) return world.decide();
  if (what < 0.35) return world.undo();
  if (what < 0.5) return world.meddle();
  if (what < 0.6) return world.wait();
  if (what < 0.7) return world.crash();
  const { engine } = world;
  const { lastCompleteAt } = await engine.status().catch(() => ({ lastCompleteAt: null }));
  const lived = await world.sync();
  if (lived && world.engine === engine) await checkStatus(world, lastCompleteAt);
}

/** Every effect once: a request's history at the server shows each accepted decision, and none twice. */
async function checkOnce(world: World): Promise<void> {
  const served = await world.served();
  for (const id of world.ids) {
    const request = await world.central.data.request(id);
    const outbox = (await world.desk.store.outbox()).filter((item) => item.requestId === id);
    const accepted = outbox.filter((item) => served.get(item.decisionId) === 'accepted');
    expect(request?.history.map((entry) => entry.event).sort()).toEqual(
      accepted.map((item) => (item.outcome === 'approve' ? 'approved' : 'held')).sort(),
    );
  }
}

describe('a desk whose link, server and process fail at random', () => {
  it.each(seeds)('loses nothing and sends nothing twice, seed %i', async (seed) => {
    const chance = chanceOf(seed);
    const world = await World.make(central, seed, chance);
    for (let turn = 0; turn < stepsPerSeed; turn += 1) {
      await step(world, chance.next());
      await checkSets(world);
    }

    world.calmDown();
    await world.crash();
    world.clock.advance(60 * 60_000);
    for (let attempt = 0; attempt < 3; attempt += 1) await world.sync();
    await world.askAgain();
    await world.sync();

    await checkSets(world);
    await checkOnce(world);
    const outbox = await world.desk.store.outbox();
    expect(
      outbox.map((item) => item.state).filter((state) => state === 'sealed' || state === 'sent'),
    ).toEqual([]);
    const answered = outbox.filter((item) => leftStates.includes(item.state)).map((item) => item.decisionId);
    expect([...(await world.served()).keys()].sort()).toEqual(answered.sort());
    for (const id of world.ids) {
      const here = (await world.desk.store.request(id))?.request;
      expect(here).toEqual(await world.central.data.request(id));
    }
    expect(await world.engine.status()).toMatchObject({
      unsent: 0,
      scansMissing: 0,
      problem: null,
      setAside: 0,
    });
    expect((await world.engine.status()).lastCompleteAt).not.toBeNull();
    await world.engine.stop();
    seen.accepted += outbox.filter((item) => item.state === 'accepted').length;
    seen.conflicted += outbox.filter((item) => item.state === 'conflicted').length;
    seen.deaths += world.deaths;
    seen.faults += world.faults;
  });

  it.runIf(given === undefined)('met acceptances, conflicts, deaths and faults', () => {
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(3);
  });
});
