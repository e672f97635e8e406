import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { requestId } from '../../shared/domain/ids.ts';
import { chanceOf } from '../simulation/random.ts';
import { recordAs } from '../support/sync/sync-desk.ts';
import { addCounts, noCounts, reportOf, type DrillReport } from './account/drill-report.ts';
import type { DrillOptions, Say } from './drill.ts';
import { openFeedDesk } from './feed-server/feed-desk.ts';
import { startFeed } from './feed-server/start-feed.ts';

const day = 24 * 60 * 60_000;
/** Of the day: at each something happens to the link, something comes, and something is decided. */
const mostMoments = 720;
const itemsAMoment = 140;
/** What may be in use more in the last third of the day than in the middle one. */
const mostHeapMb = 15;
const mostHandles = 4;
const mostRssMb = 80;

interface Sample {
  heap: number;
  rss: number;
  handles: number;
}

/**
 * Drill 16: a day in which the link goes up and down, and breaks off in the middle of answers, while `count` items come
 * and decisions leave. The desk's clock runs a day in minutes. Memory and handles are as many at its end as at its
 * middle, and everything is there.
 */
export async function flappingDay({ count, seed }: DrillOptions, say: Say): Promise<DrillReport> {
  const counts = noCounts();
  const chance = chanceOf(seed);
  const feed = await startFeed();
  const link = { isUp: true, cuts: 0, refused: 0 };
  const desk = await openFeedDesk(feed, async (...args) => {
    if (!link.isUp) {
      link.refused += 1;
      throw new TypeError('fetch failed');
    }
    const response = await fetch(...args);
    if (chance.next() > 0.1 || response.body === null) return response;
    link.cuts += 1;
    return cutAfter(response, chance.below(60_000));
  });
  const { store, engine, clock, identity, keys } = desk;
  const moments = Math.max(24, Math.min(mostMoments, Math.ceil(count / itemsAMoment)));
  const samples: Sample[] = [];
  const told: string[] = [];
  let decided = 0;
  try {
    for (let nth = 1; nth <= moments; nth += 1) {
      await feed.set({ total: Math.ceil((count * nth) / moments) });
      if (chance.next() < 0.4) link.isUp = !link.isUp;
      const next = requestId.parse(`big-${String(decided * 7).padStart(8, '0')}`);
      if ((await store.request(next)) !== null) {
        const now = clock.now();
        const decision = { requestId: next, outcome: 'approve', now, sealsAt: now } as const;
        told.push((await recordAs({ store, identity, keys }, decision)).id);
        decided += 1;
      }
      clock.advance(day / moments);
      engine.poke();
      await engine.syncNow();
      const { unsent, undoable, problem } = await engine.status();
      // "All synced" while the link is down and something waits.
      if (!link.isUp && problem === null && unsent + undoable > 0) addCounts(counts, { falseSynced: 1 });
      if (nth % Math.max(1, Math.floor(moments / 36)) === 0) samples.push(sample());
    }
    link.isUp = true;
    for (let attempt = 0; attempt < 30 && (await store.cursor()) !== String(count); attempt += 1) {
      clock.advance(60 * 60_000);
      await engine.syncNow();
    }
    for (let attempt = 0; attempt < 10 && (await engine.status()).unsent > 0; attempt += 1) {
      clock.advance(60 * 60_000);
      await engine.syncNow();
    }
    const { total } = await store.slimRows(null, 1);
    const accepted = new Set(
      (await store.keptDecisions())
        .filter(({ state, receipt }) => state === 'accepted' && receipt)
        .map((d) => d.decisionId as string),
    );
    addCounts(counts, { count: total, lost: count - total + told.filter((id) => !accepted.has(id)).length });
    const growth = growthOf(samples);
    say(
      `${moments} moments, ${link.refused} calls without a link, ${link.cuts} answers cut, ${told.length} decisions`,
    );
    say(
      `heap MB ${series(samples, 'heap')}; rss MB ${series(samples, 'rss')}; handles ${series(samples, 'handles')}`,
    );
    say(`Last third against the middle: ${JSON.stringify(growth)}`);
    const isFlat = growth.heap < mostHeapMb && growth.rss < mostRssMb && growth.handles < mostHandles;
    addCounts(counts, { aborted: isFlat ? 0 : 1 });
  } finally {
    await desk.close();
    await feed.close();
  }
  return reportOf('flapping-day', count, counts);
}

function cutAfter(response: Response, bytes: number): Response {
  let left = bytes;
  const cutter = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      if (left <= 0) return;
      controller.enqueue(piece.subarray(0, left));
      left -= piece.byteLength;
      if (left <= 0) controller.error(new TypeError('terminated'));
    },
  });
  const { status, headers } = response;
  return new Response(response.body?.pipeThrough(cutter) ?? null, { status, headers });
}

function sample(): Sample {
  collect();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: megabytes(heapUsed), rss: megabytes(rss), handles: handles() };
}

/** Memory that nobody holds any more is no growth. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Open files and sockets; where the system does not tell, none. */
function handles(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return 0;
  }
}

function growthOf(samples: readonly Sample[]): Sample {
  const third = Math.floor(samples.length / 3);
  const mean = (part: readonly Sample[], name: keyof Sample) =>
    part.reduce((sum, each) => sum + each[name], 0) / Math.max(1, part.length);
  const grown = (name: keyof Sample) =>
    Math.round((mean(samples.slice(-third), name) - mean(samples.slice(third, 2 * third), name)) * 10) / 10;
  return { heap: grown('heap'), rss: grown('rss'), handles: grown('handles') };
}

function series(samples: readonly Sample[], name: keyof Sample): string {
  return samples.map((each) => Math.round(each[name])).join(' ');
}

function megabytes(bytes: number): number {
  return bytes / 1024 / 1024;
}
