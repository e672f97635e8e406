import { createHash } from 'node:crypto';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { BlobHash } from '../../shared/domain/ids.ts';
import type { Scan } from '../../shared/domain/request.ts';
import type { Instant } from '../../shared/domain/values.ts';
import { fail, ok, unreachable, type Result } from '../../shared/result.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Applied, MaskFailure, ScanFailure, Store } from '../storage/store.ts';
import { downloadScan, type DownloadFailure, type DownloadParts } from './download-scan.ts';
import { dueHorizon } from './due-horizon.ts';
import { maskInMemory, type MaskScan } from './mask-scan.ts';
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
  /** How often a scan came with other bytes than its name says, or its masking died; broken links do not count. */
  mismatches: Map<BlobHash, number>;
  now: () => number;
  applied: (applied: Applied) => void;
}

/** What lives as long as one attempt. */
export interface ScanRun {
  /** Each scan is asked for once an attempt. */
  tried: Set<BlobHash>;
  isByHand: boolean;
  fetched: number;
}

export interface ScanOutcome {
  more: boolean;
  contacted: boolean;
}

const minute = 60_000;
const mismatchesBeforeSetAside = 3;

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
  const wanted = await parts.store.wantedScans(horizon, run.tried.size + 1);
  const isNew = (scan: Scan) => !run.tried.has(scan.hash);
  const next =
    wanted.find((scan) => scan.masked && isNew(scan)) ?? (await scansToMask(parts, run, horizon)).find(isNew);
  if (!next) return ok({ more: false, contacted: false });
  run.tried.add(next.hash);
  const fetched = await fetchScan(parts, next, retryAt, signal);
  if (fetched.ok) run.fetched += 1;
  // Interrupted for something more urgent: it goes on afterwards, within the same attempt.
  else if (fetched.error.kind === 'stopped') run.tried.delete(next.hash);
  return fetched;
}

async function scansToMask(parts: ScanParts, run: ScanRun, horizon: Instant): Promise<Scan[]> {
  return parts.maskScan ? parts.store.scansToMask(horizon, run.tried.size + 1) : [];
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
  parts.mismatches.delete(hash);
  return fetchScan(parts, scan, retryAt, signal);
}

async function fetchScan(
  parts: ScanParts,
  scan: Scan,
  retryAt: () => number,
  signal: AbortSignal,
): Promise<Result<ScanOutcome, SyncFailure>> {
  const downloaded = await downloadScan(parts, scan, signal);
  if (!downloaded.ok) return handleFailure(parts, scan, downloaded.error, retryAt);
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
  scan: Scan,
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
  scan: Scan,
  failure: DownloadFailure,
  retryAt: () => number,
): Promise<Result<ScanOutcome, SyncFailure>> {
  if (failure.kind === 'stopped') return fail(failure);
  const why = scanFaultOf(failure);
  if (why !== null || failure.kind === 'wrong-size') {
    await noteFailure(parts, scan, why ?? 'wrong-hash');
    return ok({ more: true, contacted: true });
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

async function noteFailure(parts: ScanParts, scan: Scan, why: MaskFailure): Promise<void> {
  const mismatches = (parts.mismatches.get(scan.hash) ?? 0) + (mayPass.has(why) ? 1 : 0);
  parts.mismatches.set(scan.hash, mismatches);
  const delay = delayAfter(why, mismatches);
  const nextTryAt = delay === null ? null : instantOf(parts.now() + delay);
  await tellFailure(parts, scan, why, nextTryAt);
}

/** Another try may go better, a few times. */
const mayPass: ReadonlySet<MaskFailure> = new Set(['wrong-hash', 'process-died', 'too-slow', 'cancelled']);

const scanFailures: ReadonlySet<string> = new Set<ScanFailure>([
  ...(['wrong-hash', 'not-an-image', 'too-large', 'not-found', 'no-link'] as const),
]);

function isScanFailure(why: MaskFailure): why is ScanFailure {
  return scanFailures.has(why);
}

/** Milliseconds until the next try, null for good. */
function delayAfter(why: MaskFailure, mismatches: number): number | null {
  switch (why) {
    case 'wrong-hash':
    case 'process-died':
    case 'too-slow':
    case 'cancelled':
    case 'busy':
      return mismatches >= mismatchesBeforeSetAside ? null : mismatches * 10 * minute;
    // The name proves the bytes: asking again brings the same ones.
    case 'not-an-image':
    case 'too-large':
    case 'empty':
    case 'too-many-pixels':
    case 'too-many-pages':
    case 'not-a-document':
    case 'content-differs-from-name':
    case 'damaged':
    case 'locked':
    case 'wrong-share-code':
    case 'share-code-needed':
      return null;
    // An officer must draw the box.
    case 'wants-hand':
    case 'still-readable':
      return null;
    case 'not-found':
      return 60 * minute;
    case 'no-link':
      return minute;
    default:
      return unreachable(why);
  }
}
