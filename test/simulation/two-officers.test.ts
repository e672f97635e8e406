import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CentralServer } from '../central-server/start.ts';
import { noCounts } from '../drill/account/drill-report.ts';
import { DrillDesk } from '../drill/desk/drill-desk.ts';
import { faultyLink, linkFaults, type FaultyLink, type LinkFault } from '../drill/desk/faulty-link.ts';
import { openOffice, startDrillServer } from '../drill/desk/office.ts';
import { chanceOf } from './random.ts';

const requests = 4;
const patience = 250;
const minute = 60_000;
const given = process.env['DESK_SEED'];

let central: CentralServer;
beforeAll(async () => {
  central = await startDrillServer();
}, 120_000);
afterAll(() => central.close());

const desk = fc.nat({ max: 1 });
const request = fc.nat({ max: requests - 1 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('decide'), desk, request, sealsIn: fc.constantFrom(0, 0, 5) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('sync'),
      desk,
      faults: fc.array(fc.option(fc.constantFrom(...linkFaults)), { maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash'), desk, steps: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo'), desk }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw'), request }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait'), desk, minutes: fc.nat({ max: 10 }) }) },
);
/** As plain data, so that a schedule can be shortened step by step and printed. */
interface Step {
  do: string;
  desk?: number;
  request?: number;
  sealsIn?: number;
  faults?: (LinkFault | null)[];
  steps?: number;
  minutes?: number;
}

/** Two officers at two desks of one district, who decide the same requests, and what went wrong in the end. */
async function play(schedule: readonly Step[]) {
  const office = await openOffice(central, requests, 2);
  const chance = chanceOf(schedule.length);
  const planned: (LinkFault | null)[][] = [[], []];
  const links: FaultyLink[] = [];
  const desks: DrillDesk[] = [];
  for (const plan of planned) {
    const link = faultyLink(chance, patience, () => plan.shift() ?? null);
    links.push(link);
    desks.push(await DrillDesk.make(office, { chance, fetch: link.fetch, answerPatience: patience }));
  }
  for (const each of desks) await each.sync();
  for (const each of schedule) {
    const at = desks[each.desk ?? 0];
    const id = office.ids[each.request ?? 0];
    if (!at || !id) continue;
    if (each.do === 'decide') {
      const row = (await at.store.request(id))?.row;
      if (row?.pile === 'to-do') await at.decide(id, 'approve', (each.sealsIn ?? 0) * minute);
    } else if (each.do === 'sync') {
      planned[each.desk ?? 0]?.splice(0, Infinity, ...(each.faults ?? []));
      await at.sync();
    } else if (each.do === 'crash') await at.crash(each.steps ? each.steps : null);
    else if (each.do === 'undo') await at.undoNewest();
    else if (each.do === 'wait') at.clock.advance((each.minutes ?? 0) * minute);
    else if ((await central.data.request(id))?.status === 'pending') {
      await central.data.changeRequest(id, (before) => ({ ...before, status: 'withdrawn' }));
    }
    await at.checkSets();
  }
  for (const plan of planned) plan.length = 0;
  for (const link of links) await link.calmDown();
  for (const each of desks) await each.settle();
  for (const each of desks) await each.sync();
  const accounts = [];
  for (const each of desks) {
    accounts.push(await each.account());
    await each.close();
  }
  return accounts;
}

it('two officers, random schedules: nothing lost, doubled or falsely said; a failing one is printed short', async () => {
  const schedules = fc.array(step, { minLength: 4, maxLength: 24 });
  const seed = given === undefined ? 20261120 : Number(given);
  console.log(`Two officers, seed ${seed} (another: DESK_SEED=n)`);
  await fc.assert(
    fc.asyncProperty(schedules, async (schedule) => {
      expect(await play(schedule)).toEqual([noCounts(), noCounts()]);
    }),
    { seed, numRuns: 8, endOnFailure: false },
  );
});
