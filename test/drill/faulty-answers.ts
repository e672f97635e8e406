import { chanceOf, type Chance } from '../simulation/random.ts';
import { addCounts, noCounts, reportOf, type DrillReport } from './account/drill-report.ts';
import { DrillDesk } from './desk/drill-desk.ts';
import { faultyLink, linkFaults, type FaultyLink } from './desk/faulty-link.ts';
import { openOffice, startDrillServer, type DrillOffice } from './desk/office.ts';
import type { DrillOptions, Say } from './drill.ts';

const seeds = 20;
const patience = 250;
const minute = 60_000;

/**
 * Drill 3: answers dropped, doubled, delayed, reordered and cut mid-body, for two officers who decide the same
 * requests. Acknowledged ⊆ server ⊆ sent throughout, each once; in the end the clients' sets equal the server's.
 */
export async function faultyAnswers({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const central = await startDrillServer();
  const counts = noCounts();
  const runs = Math.min(seeds, count);
  try {
    for (let run = 0; run < runs; run += 1) {
      const share = Math.ceil((count * (run + 1)) / runs) - Math.ceil((count * run) / runs);
      const office = await openOffice(central, Math.max(12, Math.ceil(share / 4)), 6);
      addCounts(counts, await oneSeed(office, share, chanceOf(seed * 1000 + run)));
      say(`seed ${seed * 1000 + run}: ${JSON.stringify(counts)}`);
    }
  } finally {
    await central.close();
  }
  return reportOf('faulty-answers', count, counts);
}

async function oneSeed(office: DrillOffice, faults: number, chance: Chance) {
  const counts = noCounts();
  const links: FaultyLink[] = [];
  const desks: DrillDesk[] = [];
  for (let nth = 0; nth < 2; nth += 1) {
    const met = () => links.reduce((sum, link) => sum + link.total(), 0);
    const isFaulty = () => met() < faults && chance.next() < 0.5;
    const link = faultyLink(chance, patience, () => (isFaulty() ? pickFault(chance) : null));
    links.push(link);
    desks.push(await DrillDesk.make(office, { chance, fetch: link.fetch, answerPatience: patience }));
  }
  while (links.reduce((sum, link) => sum + link.total(), 0) < faults) {
    const desk = chance.pick(desks);
    await step(office, desk, chance);
    await desk.checkSets();
  }
  for (const link of links) await link.calmDown();
  for (const desk of desks) await desk.settle();
  // Once more: what one sent after the other's last look is for both to see.
  for (const desk of desks) await desk.sync();
  for (const desk of desks) {
    addCounts(counts, await desk.account());
    await desk.close();
  }
  addCounts(counts, { count: links.reduce((sum, link) => sum + link.total(), 0) });
  return counts;
}

/** Delays beyond the patience are real waiting: fewer of them. */
function pickFault(chance: Chance) {
  const fault = chance.pick(linkFaults);
  return fault === 'time-out' && chance.next() < 0.8 ? 'drop-answer' : fault;
}

async function step(office: DrillOffice, desk: DrillDesk, chance: Chance): Promise<void> {
  const what = chance.next();
  if (what < 0.3) return desk.decideSome(chance, chance.next() < 0.3 ? chance.below(20) * minute : 0);
  if (what < 0.35) return meddle(office, chance);
  if (what < 0.45) desk.clock.advance(chance.below(10) * minute);
  else if (what < 0.48) await desk.crash();
  else await desk.sync();
}

/** Somebody else changes or withdraws a request at the server. */
async function meddle({ central, ids }: DrillOffice, chance: Chance): Promise<void> {
  const request = await central.data.request(chance.pick(ids));
  if (request?.status !== 'pending') return;
  const isWithdrawn = chance.next() < 0.3;
  await central.data.changeRequest(request.id, (before) =>
    isWithdrawn ? { ...before, status: 'withdrawn' } : { ...before, reason: 'नमूना: बदला हुआ कारण' },
  );
}
