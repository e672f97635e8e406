import { setTimeout as sleep } from 'node:timers/promises';
import { districtId, requestId } from '../../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { Database } from '../../central-server/database/open-database.ts';
import { removeItem, writeItem, writeItems, type FeedItem } from '../../central-server/feed/write-item.ts';
import type { Random } from '../../central-server/seed/random.ts';

export interface Writing {
  /** A connection of this writer's own. */
  database: Database;
  /** Part of every id that it writes. */
  writer: number;
  /** How many new requests it commits. */
  count: number;
  districts: readonly string[];
  /** What its requests look like but for id, number and district. */
  model: MigrationRequest;
  random: Random;
}

class RolledBack extends Error {}

/**
 * Commits new requests in transactions of 1 to 20 that stay open up to 20 ms, so that of several writers the one that
 * began first is often not the first to commit. One in twenty is rolled back and written again; after every fourth, one
 * of its earlier requests changes, or moves to another district.
 */
export async function writeRequests(writing: Writing): Promise<void> {
  const { database, count, random } = writing;
  const written: MigrationRequest[] = [];
  while (written.length < count) {
    const size = Math.min(random.between(1, 20), count - written.length);
    const batch = Array.from({ length: size }, (_, place) => newRequest(writing, written.length + place));
    const isKept = await inTransaction(database, random, (transaction) =>
      writeItems(transaction, batch.map(itemOf)),
    );
    if (!isKept) continue;
    written.push(...batch);
    if (random.chance(0.25)) await changeOne(writing, written);
  }
}

/** Tells whether it was committed. */
async function inTransaction(
  database: Database,
  random: Random,
  work: (transaction: Database) => Promise<void>,
): Promise<boolean> {
  try {
    await database.transaction().execute(async (transaction) => {
      await work(transaction);
      await sleep(random.between(0, 20));
      if (random.chance(0.05)) throw new RolledBack();
    });
    return true;
  } catch (error) {
    if (error instanceof RolledBack) return false;
    throw error;
  }
}

async function changeOne(
  { database, districts, random }: Writing,
  written: MigrationRequest[],
): Promise<void> {
  const place = random.between(0, written.length - 1);
  const before = written[place];
  if (before === undefined) return;
  const district = random.chance(0.3) ? districtId.parse(random.pick(districts)) : before.districtId;
  const after = { ...before, districtId: district, version: before.version + 1 };
  const isKept = await inTransaction(database, random, async (transaction) => {
    if (district !== before.districtId) {
      await removeItem(transaction, 'request', before.id, before.districtId);
    }
    await writeItem(transaction, itemOf(after));
  });
  if (isKept) written[place] = after;
}

function newRequest({ writer, districts, model, random }: Writing, place: number): MigrationRequest {
  const number = `${String(writer)}-${String(place)}`;
  return {
    ...model,
    id: requestId.parse(`request-${number}`),
    requestNo: `MIG/2026/${number}`,
    districtId: districtId.parse(random.pick(districts)),
    version: 1,
  };
}

function itemOf(request: MigrationRequest): FeedItem {
  const { id, districtId: district, version } = request;
  return { kind: 'request', id, districtId: district, version, body: request };
}
