import { chanceOf } from '../simulation/random.ts';
import { addCounts, noCounts, reportOf, type DrillReport } from './account/drill-report.ts';
import { DrillDesk } from './desk/drill-desk.ts';
import { openOffice, startDrillServer, type DrillOffice } from './desk/office.ts';
import { isWhole } from './desk/vault-disk.ts';
import type { DrillOptions, Say } from './drill.ts';

/** Opening again may take so long, milliseconds. */
const longestOpening = 2000;
const minute = 60_000;

/**
 * Drill 2: one office day, and the process killed before and after each write of the store, each scan put away and
 * each request that leaves: once at every step that the day has.
 * @param options `count` limits the steps, spread evenly; all of them when there are fewer.
 */
export async function killEachStep({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const central = await startDrillServer();
  const counts = noCounts();
  try {
    const whole = await DrillDesk.make(await openOffice(central, 6, 3), { chance: chanceOf(seed) });
    await officeDay(whole.office, whole);
    const { steps } = whole.process;
    await whole.close();
    say(`The day has ${steps} steps`);
    const kills = Math.min(count, steps);
    for (let nth = 0; nth < kills; nth += 1) {
      const dieAt = 1 + Math.floor((nth * steps) / kills);
      const killed = await killedAt(await openOffice(central, 6, 3), dieAt, seed);
      addCounts(counts, killed);
      const { count: one, ...wrong } = killed;
      if (Object.values(wrong).some((each) => each > 0) || one === 0)
        say(`step ${dieAt}: ${JSON.stringify(killed)}`);
    }
    say(`Killed at ${counts.count} of ${steps} steps`);
    return reportOf('kill-each-step', kills, counts);
  } finally {
    await central.close();
  }
}

async function killedAt(office: DrillOffice, dieAt: number, seed: number) {
  const counts = noCounts();
  const desk = await DrillDesk.make(office, { chance: chanceOf(seed), dieAt });
  const dead = desk.process;
  await officeDay(office, desk);
  if (dead.isDead && dead !== desk.process) addCounts(counts, { count: 1 });
  if (!isWhole(desk.files.database)) addCounts(counts, { silentWrong: 1 });
  await desk.settle();
  addCounts(counts, await desk.account());
  if (desk.slowestOpening > longestOpening) addCounts(counts, { aborted: 1 });
  await desk.close();
  return counts;
}

/** Everything that a desk does with the server: each kind of write and of request is in it. */
async function officeDay(office: DrillOffice, desk: DrillDesk): Promise<void> {
  const [one, two, three, four, five] = office.ids;
  if (!one || !two || !three || !four || !five) throw new Error('The day needs five requests');
  const { data } = office.central;
  await desk.sync();
  // After a kill in the first sync the second one brings the rest.
  await desk.sync();
  await desk.decide(one, 'approve');
  await desk.decide(two, 'return', 10 * minute);
  await desk.sync();
  await desk.undoNewest();
  await desk.decide(three, 'reject', minute);
  desk.clock.advance(2 * minute);
  await data.changeRequest(four, (before) => ({ ...before, reason: 'नमूना: बदला हुआ कारण' }));
  await desk.decide(four, 'approve');
  await data.changeRequest(five, (before) => ({ ...before, status: 'withdrawn' }));
  await desk.sync();
  await desk.checkSets();
  await desk.sync();
}
