import type { Fetch } from '../../electron/sync/http-transport.ts';
import { chanceOf } from '../simulation/random.ts';
import { addCounts, noCounts, reportOf, type DrillReport } from './account/drill-report.ts';
import { DrillDesk } from './desk/drill-desk.ts';
import { openOffice, startDrillServer } from './desk/office.ts';
import type { DrillOptions, Say } from './drill.ts';

const patience = 120;
const requestsPerOffice = 100;

/** Drill 4: the server committed the decision, and the desk's patience ended before the answer came. */
export async function lateTimeOut({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const central = await startDrillServer();
  const counts = noCounts();
  const chance = chanceOf(seed);
  try {
    while (counts.count < count) {
      const share = Math.min(requestsPerOffice, count - counts.count);
      const office = await openOffice(central, share);
      const link = silentAfterCommit();
      const desk = await DrillDesk.make(office, { chance, fetch: link.fetch, answerPatience: patience });
      while (!(await desk.store.request(office.ids[share - 1] ?? (office.ids[0] as never))))
        await desk.sync();
      for (const id of office.ids) {
        const before = link.timeOuts();
        link.silence();
        await desk.decide(id, chance.pick(['approve', 'return', 'reject'] as const));
        while (link.timeOuts() === before) await desk.sync();
        await desk.checkSets();
        await desk.sync();
      }
      await desk.settle();
      addCounts(counts, await desk.account());
      addCounts(counts, { count: link.timeOuts() });
      await desk.close();
      say(`${counts.count} of ${count}: ${JSON.stringify(counts)}`);
    }
  } finally {
    await central.close();
  }
  return reportOf('late-time-out', count, counts);
}

/** Lets one push reach the server and be committed there, and keeps the answer until the desk gives up. */
function silentAfterCommit() {
  let isSilent = false;
  let timeOuts = 0;
  const pass: Fetch = async (input, init) => {
    const isPush = new Request(input).url.endsWith('/v1/decisions');
    if (!isSilent || !isPush) return fetch(input, init);
    isSilent = false;
    const answer = await fetch(input, { ...init, signal: null });
    await answer.arrayBuffer();
    const signal = init?.signal;
    if (signal && !signal.aborted) {
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    }
    if (answer.ok) timeOuts += 1;
    throw new DOMException('This operation was aborted', 'AbortError');
  };
  return {
    fetch: pass,
    silence: () => {
      isSilent = true;
    },
    timeOuts: () => timeOuts,
  };
}
