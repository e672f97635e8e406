import { blobHash, requestId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import { addCounts, noCounts, reportOf, type DrillCounts, type DrillReport } from './account/drill-report.ts';
import { watchLoop } from './desk/loop-stalls.ts';
import type { DrillOptions, Say } from './drill.ts';
import { openFeedDesk } from './feed-server/feed-desk.ts';
import { startFeed, type FeedServer } from './feed-server/start-feed.ts';

/** The window waits for the main process: longer than this is seen. Milliseconds. */
const longestStall = 100;
/** Less than the long scan: at no time was it held whole. What the collector has not swept yet is in it. */
const mostGrowthMb = 200;

/**
 * Drill 12: a backlog with an item of ten megabytes in it and a scan that is two hundred megabytes long, though it was
 * said to be small. The limits hold, what is beyond them stands aside by name, the rest syncs, and the main process's
 * thread never stands still for long. How long the backlogs are follows from how many are asked for.
 */
export async function oversize({ count }: DrillOptions, say: Say): Promise<DrillReport> {
  const counts = noCounts();
  const feed = await startFeed();
  try {
    for (let nth = 0; nth < count; nth += 1) {
      addCounts(counts, await oversizeOnce(feed, backlogOf(count, nth), say));
    }
  } finally {
    await feed.close();
  }
  return reportOf('oversize', count, counts);
}

/** A million items take half an hour on two cores: the first of a hundred has them, that of ten a tenth of them. */
function backlogOf(count: number, nth: number): number {
  if (count < 10) return 2000;
  if (nth > 0) return 10_000;
  return count < 100 ? 100_000 : 1_000_000;
}

async function oversizeOnce(feed: FeedServer, total: number, say: Say): Promise<DrillCounts> {
  const counts = noCounts();
  const [tooLong, withScans] = [Math.floor(total / 2), Math.floor(total / 3)];
  await feed.set({ total, tooLong, withScans });
  const desk = await openFeedDesk(feed);
  const { store, blobs, engine, clock } = desk;
  const begun = performance.now();
  const memory = process.memoryUsage();
  const loop = watchLoop();
  let external = 0;
  const watch = setInterval(() => {
    const { heapUsed, external: bytes } = process.memoryUsage();
    external = Math.max(external, heapUsed + bytes - memory.heapUsed - memory.external);
  }, 50);
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await engine.syncNow();
    clock.advance(20 * 60_000);
    const { problem, setAside } = await engine.status();
    if (problem === null && setAside > 0 && (await store.cursor()) === String(total)) break;
  }
  clearInterval(watch);
  loop.end();
  const stall = loop.longest();
  const grown = Math.round(external / 1024 / 1024);

  const now = instantOf(clock.now());
  const { total: rows } = await store.slimRows(null, 1);
  const aside = await store.setAside();
  // Its line was never kept to be parsed.
  const isLongLineAside = aside.length === 1 && aside[0]?.why === 'unreadable';
  const good = await blobs.get(blobHash.parse(feed.goodHash));
  const huge = await store.scan(blobHash.parse(feed.hugeHash));
  const isHugeHere = await blobs.has(blobHash.parse(feed.hugeHash));
  const last = await store.request(requestId.parse(`big-${String(total - 1).padStart(8, '0')}`));
  const { scansMissing } = await store.counts(now);
  const { lastCompleteAt } = await engine.status();
  say(
    `${total} items in ${Math.round((performance.now() - begun) / 1000)} s, ${rows} rows, aside ${JSON.stringify(aside.map(({ kind, why }) => `${kind}: ${why}`))}, ` +
      `the long scan: ${huge?.state ?? 'unknown'}; stalls ${stall.own} ms own, ${stall.wall} ms by the wall's clock; ${grown} MB more in use`,
  );
  addCounts(counts, {
    count: 1,
    lost: (rows === total - 1 ? 0 : 1) + (last === null ? 1 : 0) + (good === null ? 1 : 0),
    silentWrong:
      (isLongLineAside ? 0 : 1) + (isHugeHere || huge?.state === 'ready' || scansMissing === 0 ? 1 : 0),
    falseSynced: lastCompleteAt === null ? 0 : 1,
    aborted: (stall.own > longestStall ? 1 : 0) + (grown > mostGrowthMb ? 1 : 0),
  });
  await desk.close();
  return counts;
}
