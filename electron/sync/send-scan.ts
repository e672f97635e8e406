import { blobProgress, type BlobProgress } from '../../shared/sync/attachments.ts';
import type { KeptScan } from '../../shared/domain/documents/local-scan.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ServerSession } from './server-session.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { Transport } from './transport.ts';

export interface SendParts {
  transport: Transport;
  session: ServerSession;
  /** Bytes of this scan that the server has. */
  progress: (bytes: number) => void;
}

/** A piece takes so long at the measured speed: what is interrupted for a decision loses no more than that. */
const pieceMilliseconds = 4_000;
const smallest = 16 * 1024;
const largest = 1024 * 1024;
/** Pieces one after the other after which the server was not further: it does not do what it says. */
const standstills = 3;

/**
 * Sends the bytes of a scan in pieces, from where the server says it is. What it has it keeps: after a break the next
 * attempt goes on there, also after a restart of either side.
 */
export async function sendScan(
  parts: SendParts,
  { hash }: Pick<KeptScan, 'hash'>,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result<null, SyncFailure>> {
  const size = bytes.byteLength;
  let stood = 0;
  let at = 0;
  let answer = await put(parts, hash, `bytes */${size}`, new Uint8Array(), signal);
  for (;;) {
    if (!answer.ok) return answer;
    if (answer.value.complete) return ok(null);
    const { received } = answer.value;
    if (received >= size) return fail({ kind: 'server-nonsense', detail: 'upload' });
    stood = received > at ? 0 : stood + 1;
    if (stood > standstills) return fail({ kind: 'server-nonsense', detail: 'upload' });
    at = received;
    parts.progress(at);
    const piece = bytes.subarray(at, Math.min(size, at + pieceBytes(parts.transport)));
    const range = `bytes ${at}-${at + piece.byteLength - 1}/${size}`;
    answer = await put(parts, hash, range, piece, signal);
  }
}

function pieceBytes(transport: Transport): number {
  const { bytesPerSecond, isThin } = transport.traffic();
  if (bytesPerSecond === null) return isThin ? smallest : largest;
  return Math.round(Math.min(largest, Math.max(smallest, (bytesPerSecond * pieceMilliseconds) / 1000)));
}

function put(
  { session, transport }: SendParts,
  hash: string,
  range: string,
  bytes: Uint8Array,
  signal: AbortSignal,
): Promise<Result<BlobProgress, SyncFailure>> {
  const path = `/v1/blobs/${hash}`;
  return session.run(signal, (token) =>
    transport.call({ path, content: { bytes, range }, schema: blobProgress, token, signal }),
  );
}
