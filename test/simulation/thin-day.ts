import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { localScanId, type LocalScan } from '../../shared/domain/documents/local-scan.ts';
import { blobHash, requestId } from '../../shared/domain/ids.ts';
import type { Fault } from '../central-server/http/faults.ts';
import { startCentralServer, type CentralServer } from '../central-server/start.ts';
import { thinLink } from '../support/link/thin-link.ts';
import { panReading } from '../support/samples/sample-readings.ts';
import { sampleRequest } from '../support/samples/sample-request.ts';
import { enrolledDesk, type SyncDesk } from '../support/sync/sync-desk.ts';
import { sampleOffice } from '../support/sync/sample-office.ts';
import { chanceOf, type Chance } from './random.ts';

export interface ThinDayOptions {
  decisions: number;
  scans: number;
  scanBytes: number;
  /** Scans that were taken in here and go up, of `scanBytes` each. */
  uploads?: number;
  /** Requests that came to the server overnight: so many that it is asked how much is to come. */
  news?: number;
  bytesPerSecond: number;
  delay: number;
  loss: number;
  /** The share of requests that fail, each in a way of its own. */
  faults: number;
  seed: number;
}

/** What came of it; the times are milliseconds from the moment at which all were sealed. */
export interface ThinDay {
  decisions: number;
  decisionsMs: number;
  /** How many scans had come when the last decision was answered: they were to wait. */
  scansBefore: number;
  allMs: number;
  /** Decisions that the server has not, or twice. */
  lost: number;
  duplicated: number;
  scansMissing: number;
  uploadsMissing: number;
  /** How many scans had gone up when the last decision was answered: they were to wait too. */
  uploadsBefore: number;
  /** The server was asked how much is to come. */
  estimates: number;
  bytesUp: number;
  bytesDown: number;
}

const faultKinds: readonly Fault[] = ['drop', 'drop-answer', 'cut', '502'];
const giveUpMs = 15 * 60_000;

/**
 * A day's decisions over a thin, long and lossy link on which requests fail, sealed while scans are on their way. Ends
 * when everything is where it belongs.
 */
export async function thinDay(options: ThinDayOptions): Promise<ThinDay> {
  const chance = chanceOf(options.seed);
  const central = await startCentralServer({ seed: 'none' });
  const link = await thinLink(central.url, { ...options, random: () => chance.next() });
  try {
    const desk = await filledOffice(central, options, chance);
    const asked = { estimates: 0 };
    central.setFault(({ path }) => {
      if (path === '/v1/changes/estimate') asked.estimates += 1;
      return chance.next() < options.faults ? chance.pick(faultKinds) : 'none';
    });
    await overnight(central, desk, options, chance);
    return { ...(await decideAll(central, desk, link, options)), ...asked };
  } finally {
    await link.close();
    await central.close();
  }
}

/** Requests are known already, as in the morning; their scans are not here. */
async function filledOffice(
  central: CentralServer,
  { decisions, scans, scanBytes }: ThinDayOptions,
  chance: Chance,
): Promise<SyncDesk> {
  const { district, officer } = sampleOffice;
  await central.data.putDistrict(district);
  await central.data.putOfficer(officer, 'THIN-1');
  for (let nth = 0; nth < decisions + scans; nth += 1) {
    const id = requestId.parse(`thin-${nth}`);
    // Of requests that are not decided: what is decided needs its scans no more.
    const bytes = nth >= decisions ? scanOf(scanBytes, chance) : null;
    if (bytes) await central.data.putBlob(bytes, district.id);
    const hash = bytes && blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
    const scan = hash && { hash, size: scanBytes, mime: 'image/jpeg' as const, pages: 1, masked: true };
    const documents = scan ? [{ id: 'doc-1', kind: 'application', need: 'needed', scan } as const] : [];
    await central.data.putRequest(sampleRequest({ id, districtId: district.id, documents }));
  }
  const desk = await enrolledDesk(central.url, 'THIN-1');
  // Only the requests: the scans' requests are refused here.
  central.setFault(({ path }) => (path.startsWith('/v1/blobs/') ? '500' : 'none'));
  const engine = desk.engine();
  await engine.syncNow();
  await engine.stop();
  return desk;
}

/** What there is to do beside the decisions when the office opens. */
async function overnight(
  central: CentralServer,
  desk: SyncDesk,
  { uploads = 0, scanBytes, news = 0 }: ThinDayOptions,
  chance: Chance,
): Promise<void> {
  const { district, officer } = sampleOffice;
  for (let nth = 0; nth < news; nth += 1) {
    const id = requestId.parse(`news-${nth}`);
    await central.data.putRequest(sampleRequest({ id, districtId: district.id }));
  }
  for (let nth = 0; nth < uploads; nth += 1) {
    const bytes = scanOf(scanBytes, chance);
    const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
    await desk.blobs.put(hash, bytes);
    const local: LocalScan = {
      id: localScanId.parse(`01997000-0000-7000-8000-${String(nth).padStart(12, '0')}`),
      ...{ requestId: requestId.parse('thin-0'), documentId: 'item:pan', kind: 'pan' },
      scan: { hash, size: scanBytes, mime: 'image/jpeg', pages: 1 },
      ...{ source: 'picker', by: officer.id, at: new Date().toISOString() },
    };
    await desk.store.addLocalScan(local, panReading());
  }
}

async function decideAll(
  central: CentralServer,
  desk: SyncDesk,
  link: Awaited<ReturnType<typeof thinLink>>,
  { decisions, scans, uploads = 0, news = 0 }: ThinDayOptions,
): Promise<Omit<ThinDay, 'estimates'>> {
  const carriedBefore = link.carried();
  const identity = { ...desk.identity, serverUrl: link.url };
  const engine = desk.engine({ identity, patience: { answer: 30_000, idle: 30_000 } });
  void engine.syncNow();
  // Scans or changes, or where there are none the scans that go up, are on their way when the decisions come.
  const way = scans + news > 0 ? 'down' : 'up';
  await until(async () => link.carried()[way] > carriedBefore[way] + 4_000);
  const begun = performance.now();
  for (let nth = 0; nth < decisions; nth += 1) {
    const id = requestId.parse(`thin-${nth}`);
    // As long as a real one with its rules and checks, and no two the same.
    await desk.decide(id, 'approve', Date.now(), Date.now(), remarksOf(nth));
    engine.poke();
  }
  await until(async () => {
    const { unsent, undoable } = await engine.status();
    return unsent + undoable === 0;
  });
  const decisionsMs = Math.round(performance.now() - begun);
  const before = await engine.status();
  const scansBefore = scans - before.scansMissing;
  const uploadsBefore = uploads - before.uploadsUnsent;
  await until(async () => {
    const { scansMissing, uploadsUnsent, step } = await engine.status();
    const open = scansMissing + uploadsUnsent;
    // What the server failed on is put off for minutes: somebody asks for it.
    if (open > 0 && (step === 'waiting' || step === 'idle')) await engine.syncNow();
    return open === 0;
  });
  const allMs = Math.round(performance.now() - begun);
  const { scansMissing, uploadsUnsent: uploadsMissing } = await engine.status();
  await engine.stop();
  const served = await central.data.decisions();
  const known = new Set(served.map(({ id }) => id));
  const outbox = await desk.store.outbox();
  const carried = link.carried();
  return {
    ...{ decisions, decisionsMs, scansBefore, uploadsBefore, allMs, scansMissing, uploadsMissing },
    lost: outbox.filter((item) => item.state !== 'accepted' || !known.has(item.decisionId)).length,
    duplicated: served.length - known.size,
    bytesUp: carried.up - carriedBefore.up,
    bytesDown: carried.down - carriedBefore.down,
  };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + giveUpMs;
  while (!(await isTrue())) {
    if (performance.now() > end)
      throw new Error('The thin link did not bring it within a quarter of an hour');
    await sleep(100);
  }
}

/** Bytes that nothing compresses, as in a JPEG. */
function scanOf(bytes: number, chance: Chance): Buffer {
  const scan = Buffer.alloc(bytes);
  for (let at = 0; at < bytes; at += 1) scan[at] = chance.below(256);
  scan.set([0xff, 0xd8, 0xff, 0xe0]);
  return scan;
}

function remarksOf(nth: number): string {
  const words = ['दस्तावेज़', 'देखे', 'गए', 'नियम', 'पूरे', 'हैं', 'केन्द्र', 'नमूना'];
  return Array.from({ length: 250 }, (_, at) => words[(at * 7 + nth * 3) % words.length])
    .join(' ')
    .slice(0, 1900);
}
