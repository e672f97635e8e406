import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { migrationRequest } from '../../../shared/domain/request.ts';
import { openDatabase, type Database } from '../../central-server/database/open-database.ts';
import { Random } from '../../central-server/seed/random.ts';
import { demoSeed, startCentralServer } from '../../central-server/start.ts';
import { TestDevice } from '../../central-server/test-device.ts';
import { districtSeed } from './district-seed.ts';
import { followFeed, type Followed } from './follow-feed.ts';
import { writeRequests } from './write-requests.ts';

export interface DistrictsOptions {
  databaseUrl: string;
  /** How many requests are written. */
  count: number;
  seed: number;
}

export interface DistrictsAccount {
  count: number;
  districts: number;
  readers: number;
  writers: number;
  /** Rows of requests in the feed at the end; a request that moved leaves one in each district. */
  rows: number;
  /** Lines that the readers were given. */
  lines: number;
  seconds: number;
  /** Rows whose last state did not reach a reader of their district, summed over the readers. */
  skipped: number;
  foreign: number;
  older: number;
  /** What a cursor by the order of writing alone would have skipped meanwhile: whether there was anything to fear. */
  skippedBySequenceAlone: number;
}

const writers = 16;

/**
 * The state's districts with three officers each follow the feed of a real server over HTTP, while sixteen connections
 * write requests in transactions that commit in another order than they began.
 */
export async function districts(
  { databaseUrl, count, seed }: DistrictsOptions,
  say: (line: string) => void,
): Promise<DistrictsAccount> {
  const started = Date.now();
  const schema = `districts_${randomBytes(6).toString('hex')}`;
  const rows = districtSeed();
  const place = { databaseUrl, schema };
  const server = await startCentralServer({ ...place, seed: rows, isTemporary: true });
  const connections: Database[] = [];
  try {
    const devices = await enrolled(
      server.url,
      rows.activationCodes.map(({ code }) => code),
    );
    for (let writer = 0; writer <= writers; writer += 1) connections.push(await openDatabase(place));
    const [watching, ...writing] = connections;
    if (watching === undefined) throw new Error('There is no connection');
    say(`${String(devices.length)} officers signed in`);
    let isWritten = false;
    const isDone = () => isWritten;
    const following = Promise.all(
      devices.map((device, reader) => followFeed(device, new Random(seed * 1000 + reader), isDone)),
    );
    const naive = followSequence(watching, isDone);
    const model = await modelRequest();
    const names = rows.districts.map(({ id }) => id);
    await Promise.all(
      writing.map((database, writer) =>
        writeRequests({
          ...{ database, writer, model, districts: names, random: new Random(seed * 7919 + writer) },
          count: Math.floor(count / writers) + (writer < count % writers ? 1 : 0),
        }),
      ),
    );
    await server.data.settled();
    isWritten = true;
    say(`${String(count)} requests written after ${String(Math.round((Date.now() - started) / 1000))} s`);
    const followed = await following;
    const kept = await keptRows(watching);
    const sum = (of: (each: Followed) => number) => followed.reduce((total, each) => total + of(each), 0);
    return {
      ...{ count: new Set(kept.map(({ id }) => id)).size, districts: names.length },
      ...{ readers: followed.length, writers, rows: kept.length, lines: sum((each) => each.lines) },
      seconds: Math.round((Date.now() - started) / 100) / 10,
      skipped: sum((each) => skippedOf(each, kept)),
      foreign: sum((each) => each.foreign),
      older: sum((each) => each.older),
      skippedBySequenceAlone: skippedOfSequence(await naive, kept),
    };
  } finally {
    for (const connection of connections) await connection.destroy();
    await server.close();
  }
}

async function enrolled(url: string, codes: readonly string[]): Promise<TestDevice[]> {
  const devices: TestDevice[] = [];
  for (const code of codes) devices.push(await (await new TestDevice(url).enrol(code)).signIn());
  return devices;
}

async function modelRequest() {
  const seed = await demoSeed({ today: new Date(), requests: 1, hasScans: false });
  return migrationRequest.parse(seed.items.find(({ kind }) => kind === 'request')?.body);
}

interface KeptRow {
  id: string;
  districtId: string;
  version: number;
  removed: boolean;
  sequence: string;
}

async function keptRows(database: Database): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    select id, district_id as "districtId", version, removed, sequence::text as sequence
    from feed where kind = 'request'`.execute(database);
  return rows;
}

function skippedOf({ districtId, requests }: Followed, kept: readonly KeptRow[]): number {
  return kept.filter((row) => {
    if (row.districtId !== districtId) return false;
    const last = requests.get(row.id);
    return last?.version !== row.version || last.removed !== row.removed;
  }).length;
}

/** Looks all the while for rows beyond the highest number seen: what the feed does not do. */
async function followSequence(database: Database, isDone: () => boolean): Promise<Set<string>> {
  const seen = new Set<string>();
  let highest = '0';
  for (let isLast = false; !isLast;) {
    isLast = isDone();
    const { rows } = await sql<{ sequence: string }>`
      select sequence::text as sequence from feed where sequence > cast(${highest} as bigint)
      order by feed.sequence`.execute(database);
    for (const { sequence } of rows) seen.add(sequence);
    highest = rows.at(-1)?.sequence ?? highest;
    await sleep(5);
  }
  return seen;
}

function skippedOfSequence(seen: ReadonlySet<string>, kept: readonly KeptRow[]): number {
  return kept.filter(({ sequence }) => !seen.has(sequence)).length;
}
