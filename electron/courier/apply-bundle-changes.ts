import type { RequestId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { InContents } from '../../shared/courier/bundle.ts';
import type { CourierReading } from '../../shared/ipc/views/courier.ts';
import type { ChangeLine } from '../../shared/sync/protocol.ts';
import type { Store } from '../storage/store.ts';
import { changesOf } from './bundle-lines.ts';
import type { InParts } from './read-in.ts';

/** As many as one transaction takes. */
const chunkItems = 500;

type Range = Pick<InContents, 'from' | 'to' | 'startsOver'>;

/**
 * Whether this desk has everything before the file's first change. Cursors cannot be compared; but one that the desk
 * told the server, or stands at, or that lies inside the file, is one up to which it has everything.
 */
export function isWithoutGap(
  { from, to }: Range,
  changes: Buffer,
  { cursor, told }: { cursor: string | null; told: readonly string[] },
): boolean {
  if (from === null || from === cursor) return true;
  // A vault that was salvaged has nothing any more of what its files told.
  if (cursor === null) return false;
  return told.includes(from) || cursor === to || hasCursor(changes, from, cursor);
}

/**
 * Applies the changes in the order of the feed. The desk's place moves on only from a place that the file provably
 * covers; an older file than what came by another road leaves it where it is. Either place is right: nothing before it
 * is missing, and what comes twice changes nothing.
 */
export async function applyBundleChanges(
  parts: InParts,
  range: Range,
  changes: Buffer,
  cursor: string | null,
): Promise<Pick<CourierReading, 'newRequests' | 'changes'>> {
  const { store, now, today, applied, progress } = parts;
  const before = await knownRequests(store);
  const arrived = new Set<RequestId>();
  let isPast = cursor === null || range.startsOver || cursor === range.from;
  const mayMove = isPast || cursor === range.to || hasCursor(changes, range.from, cursor);
  let place = cursor;
  let count = 0;
  let pending: ChangeLine[] = [];
  const flush = async (to: string) => {
    const done = await store.applyChanges(pending, to, instantOf(now()), today);
    pending = [];
    for (const { id } of done.rows) if (!before.has(id)) arrived.add(id);
    applied(done);
    progress({ step: 'changes', done: count, total: null });
  };
  for (const line of changesOf(changes, range.from)) {
    pending.push(line);
    count += 1;
    if (isPast) place = line.cursor;
    else if (line.cursor === cursor) isPast = true;
    if (pending.length >= chunkItems && place !== null) await flush(place);
  }
  const end = mayMove ? range.to : place;
  if (end !== null && (pending.length > 0 || end !== cursor)) await flush(end);
  return { newRequests: arrived.size, changes: count };
}

function hasCursor(changes: Buffer, from: string | null, cursor: string | null): boolean {
  if (cursor === null) return false;
  for (const line of changesOf(changes, from)) if (line.cursor === cursor) return true;
  return false;
}

const pageRows = 2000;

async function knownRequests(store: Pick<Store, 'slimRows'>): Promise<Set<RequestId>> {
  const ids = new Set<RequestId>();
  for (let after: RequestId | null = null; ;) {
    const page: Awaited<ReturnType<Store['slimRows']>> = await store.slimRows(after, pageRows);
    for (const { id } of page.rows) ids.add(id);
    if (page.next === null) return ids;
    after = page.next;
  }
}
