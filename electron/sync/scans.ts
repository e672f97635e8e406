import { createHash } from 'node:crypto';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { BlobHash } from '../../shared/domain/ids.ts';
import type { Scan } from '../../shared/domain/request.ts';
import { fail, ok, unreachable, type Result } from '../../shared/result.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Applied, ScanFailure, Store } from '../storage/store.ts';
import { downloadScan, type DownloadFailure, type DownloadParts } from './download-scan.ts';
import { dueHorizon } from './due-horizon.ts';
import { beginsAs } from './sniff.ts';
import type { SyncFailure } from './sync-failure.ts';

export interface ScanParts extends DownloadParts {
  store: Pick<Store, 'wantedScans' | 'scan' | 'scanArrived' | 'scanFailed'>;
  blobs: BlobStore;
  /** How often a scan came with other bytes than its name says; broken links do not count against it. */
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
 * what it is said to be, and lies in the blob store on disk. An unmasked scan is never fetched.
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
  const next = wanted.find((scan) => scan.masked && !run.tried.has(scan.hash));
  if (!next) return ok({ more: false, contacted: false });
  run.tried.add(next.hash);
  const fetched = await fetchScan(parts, next, retryAt, signal);
  if (fetched.ok) run.fetched += 1;
  return fetched;
}

/** Fetches the one scan that the officer asked for. One that is here, unknown or unmasked is left alone. */
export async function fetchAskedScan(
  parts: ScanParts,
  hash: BlobHash,
  retryAt: () => number,
  signal: AbortSignal,
): Promise<Result<ScanOutcome, SyncFailure>> {
  const scan = await parts.store.scan(hash);
  if (!scan?.masked || scan.state === 'ready') return ok({ more: true, contacted: false });
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
  await parts.blobs.put(scan.hash, downloaded.value);
  parts.applied(await parts.store.scanArrived(scan.hash, instantOf(parts.now())));
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
  parts.applied(await parts.store.scanFailed(scan.hash, 'no-link', instantOf(parts.now()), nextTryAt));
}

async function noteFailure(parts: ScanParts, scan: Scan, why: ScanFailure): Promise<void> {
  const mismatches = (parts.mismatches.get(scan.hash) ?? 0) + (why === 'wrong-hash' ? 1 : 0);
  parts.mismatches.set(scan.hash, mismatches);
  const delay = delayAfter(why, mismatches);
  const nextTryAt = delay === null ? null : instantOf(parts.now() + delay);
  parts.applied(await parts.store.scanFailed(scan.hash, why, instantOf(parts.now()), nextTryAt));
}

/** Milliseconds until the next try, null for good. */
function delayAfter(why: ScanFailure, mismatches: number): number | null {
  switch (why) {
    case 'wrong-hash':
      return mismatches >= mismatchesBeforeSetAside ? null : mismatches * 10 * minute;
    // The name proves the bytes: asking again brings the same ones.
    case 'not-an-image':
    case 'too-large':
      return null;
    case 'not-found':
      return 60 * minute;
    case 'no-link':
      return minute;
    default:
      return unreachable(why);
  }
}
