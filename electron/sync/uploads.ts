import type { LocalScan, LocalScanId } from '../../shared/domain/documents/local-scan.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { attachmentAnswer } from '../../shared/sync/attachments.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { Applied, Store } from '../storage/store.ts';
import type { DueUpload } from '../storage/upload-store.ts';
import { dueHorizon } from './due-horizon.ts';
import { scanDelay } from './park-policy.ts';
import { sendScan, type SendParts } from './send-scan.ts';
import { describeFailure, isAboutCall, type SyncFailure } from './sync-failure.ts';

export interface UploadParts extends SendParts {
  store: Pick<Store, 'dueUploads' | 'uploadAnnounced' | 'uploadEnded' | 'uploadFailed' | 'scanLost'>;
  blobs: Pick<BlobStore, 'get'>;
  /** 0 … 1, for the jitter. */
  random: () => number;
  /** Ids of what is on the wire now. */
  underWay: Set<string>;
  now: () => number;
  applied: (applied: Applied) => void;
}

/** What lives as long as one attempt. */
export interface UploadRun {
  /** Each is tried once an attempt. */
  tried: Set<LocalScanId>;
  isByHand: boolean;
  /** The data limit is used up: what was taken back is small, and goes all the same. */
  isLimited: boolean;
  sent: number;
  /** One after the other that the server could not take: some are their own fault, many are the server's. */
  refusedInARow: number;
}

export interface UploadOutcome {
  more: boolean;
  contacted: boolean;
  /** To see whether the link still stands. */
  also?: readonly ['receive'];
}

const minute = 60_000;
const hour = 60 * minute;
const refusedBeforeEnd = 3;
const goOn = ok({ more: true, contacted: true });

/**
 * Sends the next scan that was taken in here, then ties it to its request; or tells the server that one was taken back.
 * What is not proved to be masked never leaves: it is parked by that name.
 * @param retryAt gives the moment (milliseconds) when a scan is due again whose link broke.
 */
export async function sendNextUpload(
  parts: UploadParts,
  run: UploadRun,
  retryAt: () => number,
  signal: AbortSignal,
): Promise<Result<UploadOutcome, SyncFailure>> {
  const due = await parts.store.dueUploads(dueHorizon(run.isByHand, parts.now()), run.tried.size + 1);
  const next = due.find(({ local, withdraws }) => !run.tried.has(local.id) && (withdraws || !run.isLimited));
  if (!next) return ok({ more: false, contacted: false });
  const { id } = next.local;
  run.tried.add(id);
  parts.underWay.add(id);
  let hasBegun = false;
  const progress = (bytes: number) => {
    hasBegun = true;
    parts.progress(bytes);
  };
  const sent = await sendOne({ ...parts, progress }, next, signal).finally(() => parts.underWay.delete(id));
  if (sent.ok) {
    run.refusedInARow = 0;
    if (sent.value === 'sent') run.sent += 1;
    return goOn;
  }
  return handleFailure(parts, run, next, { failure: sent.error, hasBegun, retryAt });
}

async function sendOne(
  parts: UploadParts,
  due: DueUpload,
  signal: AbortSignal,
): Promise<Result<'sent' | 'left', SyncFailure>> {
  const { store, now } = parts;
  const { local, withdraws } = due;
  if (withdraws) return announce(parts, local, true, signal);
  const bytes = due.isMasked ? await bytesOf(parts, local) : null;
  if (bytes === null) {
    const why = due.isMasked ? 'lost' : 'not-masked';
    await store.uploadFailed(local.id, { why, isFault: true, at: instantOf(now()), nextTryAt: null });
    return ok('left');
  }
  const sent = await sendScan(parts, local.scan, bytes, signal);
  if (!sent.ok) return sent;
  await store.uploadAnnounced(local.id);
  return announce(parts, local, false, signal);
}

/** Null where they are gone or damaged: then the scan is to be taken in anew, and the review says so. */
async function bytesOf({ blobs, store, now, applied }: UploadParts, { scan }: LocalScan) {
  const bytes = await blobs.get(scan.hash).catch((error: unknown) => {
    if (error instanceof StorageError && error.kind === 'damaged-blob') return null;
    throw error;
  });
  if (bytes === null) applied(await store.scanLost(scan.hash, instantOf(now())));
  return bytes;
}

async function announce(
  { store, session, transport, now }: UploadParts,
  local: LocalScan,
  withdrawn: boolean,
  signal: AbortSignal,
): Promise<Result<'sent', SyncFailure>> {
  const { source: _source, scan, ...rest } = local;
  const body = { attachment: { ...rest, scan: { ...scan, masked: true } }, withdrawn };
  const answer = await session.run(signal, (token) =>
    transport.call({ path: '/v1/attachments', body, schema: attachmentAnswer, token, signal }),
  );
  if (!answer.ok) return answer;
  const { value } = answer;
  if (value.result === 'blob-missing') return fail({ kind: 'bad-request', detail: 'blob-missing' });
  const end = value.result === 'refused' ? value.reason : withdrawn ? 'withdrawn' : 'accepted';
  await store.uploadEnded(local.id, end, instantOf(now()));
  return ok('sent');
}

/**
 * A fault of this scan is noted, and the others go on; a fault of the link or the server ends the attempt. What broke off
 * in the middle of a scan may be either: a proxy that lets no long body through breaks nothing else. So it counts against
 * nothing, and a look for changes tells whether the link still stands.
 */
async function handleFailure(
  parts: UploadParts,
  run: UploadRun,
  { local, faults }: DueUpload,
  { failure, hasBegun, retryAt }: { failure: SyncFailure; hasBegun: boolean; retryAt: () => number },
): Promise<Result<UploadOutcome, SyncFailure>> {
  if (failure.kind === 'stopped') {
    run.tried.delete(local.id);
    return fail(failure);
  }
  const { store, now, random } = parts;
  const why = describeFailure(failure);
  const put = (isFault: boolean, nextTryAt: number | null) =>
    store.uploadFailed(local.id, {
      ...{ why, isFault, at: instantOf(now()) },
      nextTryAt: nextTryAt === null ? null : instantOf(nextTryAt),
    });
  // An older server has no such call: no scan is to blame, and nothing else waits.
  if (failure.kind === 'not-found') {
    await put(false, now() + hour);
    return ok({ more: false, contacted: true });
  }
  // Later than the attempt that comes next, so that this one does not hold up the others.
  const later = () => retryAt() + 2 * minute;
  if (failure.kind === 'offline' && hasBegun) {
    await put(false, later());
    return ok({ more: true, contacted: false, also: ['receive'] });
  }
  const isRefused = isAboutCall(failure);
  run.refusedInARow = isRefused ? run.refusedInARow + 1 : 0;
  if (!isRefused || run.refusedInARow >= refusedBeforeEnd) {
    await put(false, later());
    return isRefused ? ok({ more: false, contacted: false }) : fail(failure);
  }
  const delay = scanDelay('server-failed', faults + 1, random);
  await put(true, delay === null ? null : now() + delay);
  return ok({ more: true, contacted: false });
}

export function newUploadRun(isByHand: boolean): UploadRun {
  return { tried: new Set(), isByHand, isLimited: false, sent: 0, refusedInARow: 0 };
}
