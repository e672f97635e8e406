import { createHash } from 'node:crypto';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { BlobHash } from '../../shared/domain/ids.ts';
import type { Scan } from '../../shared/domain/request.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import { isOwnFault } from '../storage/own-fault.ts';
import type { Applied, MaskFailure, ScanFailure, Store } from '../storage/store.ts';
import { downloadScan, type DownloadFailure, type DownloadParts } from './download-scan.ts';
import { dueHorizon } from './due-horizon.ts';
import { maskInMemory, type MaskScan } from './mask-scan.ts';
import { scanDelay } from './park-policy.ts';
import { beginsAs } from './sniff.ts';
import type { SyncFailure } from './sync-failure.ts';

export interface ScanParts extends DownloadParts {
  store: Pick<
    Store,
    | 'wantedScans'
    | 'scansToMask'
    | 'maskedCopy'
    | 'scan'
    | 'scanArrived'
    | 'scanFailed'
    | 'keepMaskedCopy'
    | 'maskFailed'
  >;
  blobs: BlobStore;
  /** Null where nothing can mask: unmasked scans are not fetched then. */
  maskScan: MaskScan | null;
  /** 0 … 1, for the jitter. */
  random: () => number;
  /** Hashes of what is on the wire now. */
  underWay: Set<string>;
  now: () => number;
  applied: (applied: Applied) => void;
}

/** What lives as long as one attempt. */
export interface ScanRun {
  /** Each scan is asked for once an attempt. */
  tried: Set<BlobHash>;
  isByHand: boolean;
  /** Only those needed by then; null: all. */
  neededBy: IsoDate | null;
  fetched: number;
  /** Scans one after the other that the server could not give: some are their own fault, many are the server's. */
  refusedInARow: number;
}

type TriedScan = Scan & { faults: number };

export interface ScanOutcome {
  more: boolean;
  contacted: boolean;
}

const minute = 60_000;
/** So many one after the other, and it is the server that is ill. */
const refusedBeforeEnd = 3;

/**
 * Fetches the next wanted scan. It counts as here only when it has the declared size, hashes to its name, begins as
 * what it is said to be, and lies in the blob store on disk. One that the server has unmasked only is fetched into
 * memory after the others, masked there, and only its masked copy is kept.
 * @param retryAt gives the moment (milliseconds) when a scan is due again whose link broke.
 * @throws StorageError (disk full): the scan stays wanted.
 */
export async function fetchNextScan(
  parts: ScanParts,
  run: ScanRun,
  retryAt: () => number,
  signal: AbortSignal,
): Promise<Result<ScanOutcome, SyncFailure>> {
  const horizon = dueHorizon(run.isByHand, parts.now());
  const wanted = await parts.store.wantedScans(horizon, run.tried.size + 1, run.neededBy);
  const isNew = (scan: TriedScan) => !run.tried.has(scan.hash);
  const next =
    wanted.find((scan) => scan.masked && isNew(scan)) ?? (await scansToMask(parts, run, horizon)).find(isNew);
  if (!next) return ok({ more: false, contacted: false });
  run.tried.add(next.hash);
  const fetched = await fetchScan(parts, run, next, retryAt, signal);
  if (fetched.ok) run.fetched += 1;
  // Interrupted for something more urgent: it goes on afterwards, within the same attempt.
  else if (fetched.error.kind === 'stopped') run.tried.delete(next.hash);
  return fetched;
}

async function scansToMask(parts: ScanParts, run: ScanRun, horizon: Instant): Promise<TriedScan[]> {
  return parts.maskScan ? parts.store.scansToMask(horizon, run.tried.size + 1, run.neededBy) : [];
}

/** Fetches the one scan that the officer asked for. One that is here or unknown is left alone. */
export async function fetchAskedScan(
  parts: ScanParts,
  hash: BlobHash,
  retryAt: () => number,
  signal: AbortSignal,
): Promise<Result<ScanOutcome, SyncFailure>> {
  const scan = await parts.store.scan(hash);
  if (!scan || scan.state === 'ready') return ok({ more: true, contacted: false });
  const isMaskable = parts.maskScan !== null && (await parts.store.maskedCopy(hash)) === null;
  if (!scan.masked && !isMaskable) return ok({ more: true, contacted: false });
  return fetchScan(parts, { refusedInARow: 0 }, scan, retryAt, signal);
}

async function fetchScan(
  parts: ScanParts,
  run: Pick<ScanRun, 'refusedInARow'>,
  scan: TriedScan,
  retryAt: () => number,
  signal: AbortSignal,
): Promise<Result<ScanOutcome, SyncFailure>> {
  parts.underWay.add(scan.hash);
  const downloaded = await downloadScan(parts, scan, signal).finally(() => parts.underWay.delete(scan.hash));
  if (!downloaded.ok) return handleFailure(parts, run, scan, downloaded.error, retryAt);
  run.refusedInARow = 0;
  const why = faultOf(scan, downloaded.value);
  if (why !== null) {
    await noteFailure(parts, scan, why);
    return ok({ more: true, contacted: true });
  }
  if (!scan.masked) return keepMasked(parts, scan, downloaded.value, signal);
  await parts.blobs.put(scan.hash, downloaded.value);
  parts.applied(await parts.store.scanArrived(scan.hash, instantOf(parts.now())));
  return ok({ more: true, contacted: true });
}

/** The bytes that came live in memory only; what is put to disk is the masked copy. */
async function keepMasked(
  parts: ScanParts,
  scan: TriedScan,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result<ScanOutcome, SyncFailure>> {
  const masked = parts.maskScan && (await maskInMemory(parts.maskScan, bytes, scan, signal));
  if (masked === null) return fail({ kind: 'stopped' });
  if (masked.ok) {
    const { kept, masked: copy } = masked.value;
    await parts.blobs.put(kept.hash, copy.bytes);
    const keep = { original: scan.hash, scan: kept, reading: copy.reading };
    parts.applied(await parts.store.keepMaskedCopy(keep, null, instantOf(parts.now())));
  } else {
    await noteFailure(parts, scan, masked.error);
  }
  return ok({ more: true, contacted: true });
}

function faultOf(scan: Scan, bytes: Uint8Array): ScanFailure | null {
  if (createHash('sha256').update(bytes).digest('hex') !== scan.hash) return 'wrong-hash';
  return beginsAs(scan.mime, bytes) ? null : 'not-an-image';
}

/** A fault of this scan is noted, and the others go on; a fault of the link or the server ends the attempt. */
async function handleFailure(
  parts: ScanParts,
  run: Pick<ScanRun, 'refusedInARow'>,
  scan: TriedScan,
  failure: DownloadFailure,
  retryAt: () => number,
): Promise<Result<ScanOutcome, SyncFailure>> {
  if (failure.kind === 'stopped') return fail(failure);
  const why = scanFaultOf(failure);
  if (why !== null || failure.kind === 'wrong-size') {
    await noteFailure(parts, scan, why ?? 'wrong-hash');
    return ok({ more: true, contacted: true });
  }
  const isRefused = failure.kind === 'server-failed' || failure.kind === 'bad-request';
  run.refusedInARow = isRefused ? run.refusedInARow + 1 : 0;
  if (isRefused && run.refusedInARow < refusedBeforeEnd) {
    await noteFailure(parts, scan, 'server-failed');
    return ok({ more: true, contacted: false });
  }
  await noteBrokenLink(parts, scan, retryAt);
  return fail(failure);
}

/** Null when the failure says nothing about this scan. */
function scanFaultOf(failure: DownloadFailure): ScanFailure | null {
  if (failure.kind === 'not-found') return 'not-found';
  return failure.kind === 'server-nonsense' && failure.detail === 'too-large' ? 'too-large' : null;
}

/** Later than the attempt that comes next, so that a scan on which the server fails does not hold up the others. */
async function noteBrokenLink(parts: ScanParts, scan: Scan, retryAt: () => number): Promise<void> {
  const nextTryAt = instantOf(retryAt() + 2 * minute);
  await tellFailure(parts, scan, 'no-link', nextTryAt);
}

async function tellFailure(
  { store, now, applied }: ScanParts,
  { hash, masked }: Scan,
  why: MaskFailure,
  nextTryAt: Instant | null,
): Promise<void> {
  const at = instantOf(now());
  applied(
    masked && isScanFailure(why)
      ? await store.scanFailed(hash, why, at, nextTryAt)
      : await store.maskFailed(hash, why, at, nextTryAt),
  );
}

/** Counts the fault, and parks the scan when there were enough. */
async function noteFailure(parts: ScanParts, scan: TriedScan, why: MaskFailure): Promise<void> {
  const delay = scanDelay(why, scan.faults + Number(isOwnFault(why)), parts.random);
  const nextTryAt = delay === null ? null : instantOf(parts.now() + delay);
  await tellFailure(parts, scan, why, nextTryAt);
}

const scanFailures: ReadonlySet<string> = new Set<ScanFailure>([
  ...(['wrong-hash', 'not-an-image', 'too-large', 'not-found', 'no-link', 'server-failed'] as const),
]);

function isScanFailure(why: MaskFailure): why is ScanFailure {
  return scanFailures.has(why);
}

export function newScanRun(isByHand: boolean): ScanRun {
  return { tried: new Set(), isByHand, neededBy: null, fetched: 0, refusedInARow: 0 };
}
