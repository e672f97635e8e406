import type { RequestId } from '../../shared/domain/ids.ts';
import { chanceOf, type Chance } from '../simulation/random.ts';
import { addCounts, noCounts, reportOf, type DrillReport } from './account/drill-report.ts';
import { DrillDesk } from './desk/drill-desk.ts';
import { openOffice, startDrillServer, type DrillOffice } from './desk/office.ts';
import type { DrillOptions, Say } from './drill.ts';

const year = 365.25 * 24 * 60 * 60_000;
const minute = 60_000;
const jumpsPerOffice = 10;

/**
 * Drill 10: the PC's clock moved by up to ten years either way, also while a sync runs, and onto leap days. The order
 * comes from the chain and the server's sequence only, and nothing is skipped. At the end of each office's share the clock
 * runs ahead without a link and is put right: what was put off and recorded meanwhile leaves by itself.
 */
export async function movedClock({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const central = await startDrillServer();
  const counts = noCounts();
  const chance = chanceOf(seed);
  try {
    while (counts.count < count) {
      const share = Math.min(jumpsPerOffice, count - counts.count);
      addCounts(counts, await oneOffice(await openOffice(central, share + 2, 4), share, chance));
      say(`${counts.count} of ${count}: ${JSON.stringify(counts)}`);
    }
  } finally {
    await central.close();
  }
  return reportOf('moved-clock', count, counts);
}

async function oneOffice(office: DrillOffice, jumps: number, chance: Chance) {
  const counts = noCounts();
  const link = { isBroken: false };
  const desk = await DrillDesk.make(office, {
    chance,
    fetch: (...request) =>
      link.isBroken ? Promise.reject(new TypeError('fetch failed')) : fetch(...request),
  });
  await desk.sync();
  for (const id of office.ids.slice(0, jumps)) {
    const isMidSync = chance.next() < 0.5;
    const syncing = isMidSync ? desk.sync() : null;
    if (isMidSync) await new Promise((resolve) => setTimeout(resolve, chance.below(10)));
    desk.clock.jumpTo(momentOf(chance));
    await syncing;
    await desk.decide(id, chance.pick(['approve', 'return', 'reject'] as const));
    await desk.sync();
    await desk.checkSets();
    addCounts(counts, { count: 1 });
  }
  desk.clock.jumpTo(Date.now());
  await desk.sync();
  addCounts(counts, { lost: await leftBehind(desk, link, office.ids.slice(jumps)) });
  await desk.settle();
  addCounts(counts, await desk.account());
  addCounts(counts, { silentWrong: await outOfOrder(desk) });
  await desk.close();
  return counts;
}

/** How many of two decisions of a year that never came are still here after the next periodic sync. */
async function leftBehind(desk: DrillDesk, link: { isBroken: boolean }, ids: readonly RequestId[]) {
  const [first, second] = ids;
  if (!first || !second) throw new Error('The office is too small');
  link.isBroken = true;
  desk.clock.jumpTo(Date.now() + year);
  await desk.decide(first, 'approve');
  await desk.sync();
  await desk.decide(second, 'approve', 10 * minute);
  link.isBroken = false;
  desk.clock.jumpTo(Date.now());
  desk.clock.advance(20 * minute);
  return desk.unsentAfter(10_000);
}

function momentOf(chance: Chance): number {
  if (chance.next() < 0.2) return Date.parse(chance.pick(['2028-02-29T00:00:00Z', '2024-02-29T18:29:59Z']));
  return Date.now() + (chance.next() * 20 - 10) * year;
}

/** The chain at the server has the decisions in the order in which they were told, whatever the clock said. */
async function outOfOrder(desk: DrillDesk): Promise<number> {
  const told = [...desk.told.keys()];
  const chain = (await desk.office.central.data.decisions())
    .filter(({ deviceId }) => deviceId === desk.identity.deviceId)
    .map(({ id }) => id);
  return told.filter((id, nth) => chain[nth] !== id).length;
}
