import { chanceOf, type Chance } from '../simulation/random.ts';
import { StorageError } from '../../electron/storage/storage-error.ts';
import { addCounts, noCounts, reportOf, type DrillReport } from './account/drill-report.ts';
import { DrillDesk } from './desk/drill-desk.ts';
import { openOffice, startDrillServer, type DrillOffice } from './desk/office.ts';
import { isWhole } from './desk/vault-disk.ts';
import type { DrillOptions, Say } from './drill.ts';

const requestsPerOffice = 12;
const hour = 60 * 60_000;
/** Pages of the database that may still be allocated when the disk begins to be full. */
const mostPages = 40;
/** More than any vault of a drill has. */
const unlimited = 1_000_000;

/**
 * Drill 5: at a random allocation the disk is full, for the database or for a scan, in the middle of an office day; then
 * there is room again, and the same process goes on. SQLite itself refuses the page (`max_page_count`); a scan's write
 * fails as the system's would.
 */
export async function fullDisk({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const central = await startDrillServer();
  const counts = noCounts();
  const chance = chanceOf(seed);
  try {
    while (counts.count < count) {
      addCounts(counts, await fullOnce(await openOffice(central, requestsPerOffice, 3), chance));
      if (counts.count % 20 === 0) say(`${counts.count} of ${count}: ${JSON.stringify(counts)}`);
    }
  } finally {
    await central.close();
  }
  return reportOf('full-disk', count, counts);
}

/** One desk, whose disk is full once. `count` is 0 when its day ended before the room did. */
async function fullOnce(office: DrillOffice, chance: Chance) {
  const counts = noCounts();
  const desk = await DrillDesk.make(office, { chance });
  const { database } = desk.files;
  const before = chance.below(3);
  for (let nth = 0; nth < before; nth += 1) await desk.sync();
  if (before > 0) await desk.decideSome(chance);

  const pages = Number(database.pragma('page_count', { simple: true }));
  database.pragma(`max_page_count = ${pages + chance.below(mostPages)}`);
  const { blobs } = desk.files;
  const put = blobs.put.bind(blobs);
  // Where the database has room enough for the day, the scans have none.
  blobs.put = () => Promise.reject(new StorageError('disk-full'));
  let wasFull = await dayWithoutRoom(desk, chance, counts);
  const { problem } = await desk.engine.status();
  if (problem !== null && problem !== 'disk-full') addCounts(counts, { silentWrong: 1 });
  wasFull ||= problem === 'disk-full';

  database.pragma(`max_page_count = ${unlimited}`);
  blobs.put = put;
  // The same process: the next try is due by then.
  desk.clock.advance(hour);
  await desk.sync();
  const { problem: after, unsent } = await desk.engine.status();
  if (after !== null || unsent > 0) addCounts(counts, { aborted: 1 });
  if (!isWhole(database)) addCounts(counts, { silentWrong: 1 });
  await desk.settle();
  addCounts(counts, await desk.account());
  await desk.close();
  return { ...counts, count: wasFull ? 1 : 0 };
}

/** @returns whether an officer was told that the disk is full. */
async function dayWithoutRoom(
  desk: DrillDesk,
  chance: Chance,
  counts: ReturnType<typeof noCounts>,
): Promise<boolean> {
  let wasTold = false;
  for (let act = 0; act < 8; act += 1) {
    await desk.sync();
    if ((await desk.engine.status()).problem === 'disk-full') return true;
    const recorded = new Set((await desk.clientSide()).outbox.map(({ decisionId }) => decisionId));
    try {
      await desk.decideSome(chance, chance.pick([0, hour]));
    } catch (error) {
      if (!(error instanceof StorageError) || error.kind !== 'disk-full') throw error;
      wasTold = true;
      const now = (await desk.clientSide()).outbox;
      // Told that it is not recorded, and it is.
      addCounts(counts, { silentWrong: now.filter(({ decisionId }) => !recorded.has(decisionId)).length });
      return wasTold;
    }
  }
  return wasTold;
}
