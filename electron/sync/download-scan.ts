import { isLinkFault } from '../../shared/network/link-fault.ts';
import type { Scan } from '../../shared/domain/request.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { limits } from '../../shared/sync/protocol.ts';
import type { PartialScans } from './partial-scans.ts';
import type { ServerSession } from './server-session.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { BodyReader, Transport } from './transport.ts';

export interface DownloadParts {
  transport: Transport;
  session: ServerSession;
  partials: PartialScans;
  /** Bytes of this scan so far. */
  progress: (bytes: number) => void;
}

export type DownloadFailure = SyncFailure | { kind: 'wrong-size' };

const content = /^(application\/octet-stream|application\/pdf|image\/(jpeg|png))\b/;

/** Connections for one scan within one attempt; each further one must have brought the one before it on. */
const maximumConnections = 5;

/**
 * Fetches a scan of exactly the declared size into memory. One that breaks off is resumed by range where it stopped;
 * without progress, or after several breaks, the attempt gives up, and the next one goes on from there.
 */
export async function downloadScan(
  parts: DownloadParts,
  scan: Pick<Scan, 'hash' | 'size'>,
  signal: AbortSignal,
): Promise<Result<Uint8Array, DownloadFailure>> {
  const begun = parts.partials.take(scan.hash, Math.min(scan.size, limits.blobBytes));
  const { bytes } = begun;
  let { at } = begun;
  for (let connection = 1; ; connection += 1) {
    const before = at;
    const part = await parts.session.run(signal, (token) => openFrom(parts, scan, { at, token, signal }));
    if (!part.ok) {
      if (isBrokenLink(part.error)) parts.partials.keep(scan.hash, { bytes, at });
      return part;
    }
    at = part.value.start;
    const filled = await fill(part.value.body, bytes, at, parts.progress);
    at = filled.at;
    const isWhole = at === bytes.byteLength;
    // A link that breaks after the last byte took nothing away: the hash will tell.
    if (isWhole && (filled.ended.ok || filled.ended.error.kind === 'offline')) return ok(bytes);
    if (filled.ended.ok) return fail({ kind: 'wrong-size' });
    const mayResume = filled.ended.error.kind === 'offline' && at > before && connection < maximumConnections;
    if (mayResume) continue;
    if (isBrokenLink(filled.ended.error)) parts.partials.keep(scan.hash, { bytes, at });
    return filled.ended;
  }
}

/** What came before stays good; after anything else the next attempt begins at zero. */
function isBrokenLink({ kind }: DownloadFailure): boolean {
  return kind === 'offline' || kind === 'stopped' || kind === 'server-failed' || isLinkFault(kind);
}

async function openFrom(
  { transport }: DownloadParts,
  scan: Pick<Scan, 'hash' | 'size'>,
  { at, token, signal }: { at: number; token: string; signal: AbortSignal },
): Promise<Result<{ start: number; body: BodyReader }, SyncFailure>> {
  const opened = await transport.open({
    path: `/v1/blobs/${scan.hash}`,
    contentType: content,
    maximumBytes: limits.blobBytes,
    ...(at > 0 ? { fromByte: at } : {}),
    token,
    signal,
  });
  if (!opened.ok) return opened;
  const { status, rangeStart, body } = opened.value;
  // A server that ignores the range answers 200 and begins again; one that gives another range is not ours.
  const start = status === 206 ? rangeStart : 0;
  if (start === 0 || start === at) return ok({ start, body });
  await body.close();
  return fail({ kind: 'server-nonsense', detail: 'range' });
}

async function fill(
  body: BodyReader,
  bytes: Uint8Array,
  start: number,
  progress: (bytes: number) => void,
): Promise<{ at: number; ended: Result<null, DownloadFailure> }> {
  let at = start;
  for (;;) {
    const piece = await body.read();
    if (!piece.ok) return { at, ended: piece };
    if (piece.value === null) return { at, ended: ok(null) };
    if (at + piece.value.byteLength > bytes.byteLength) {
      await body.close();
      return { at, ended: fail({ kind: 'wrong-size' }) };
    }
    bytes.set(piece.value, at);
    at += piece.value.byteLength;
    progress(at);
  }
}
