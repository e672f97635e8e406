import { fail, ok, type Result } from '../../shared/result.ts';
import { failureOfFetch } from './fetch-failure.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { BodyReader } from './transport.ts';

/** The parts of a web stream's reader that are used. */
interface ByteSource {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

export interface ReaderOptions {
  idle: number;
  /** Ends the connection below, so that a silent server does not keep it. */
  abort: () => void;
  signal: AbortSignal;
  received: (bytes: number) => void;
}

/** Reads a body piece by piece; a silence longer than `idle` milliseconds counts as a broken link. */
export function bodyReader(source: ByteSource | null, options: ReaderOptions): BodyReader {
  return {
    async read() {
      if (!source) return ok(null);
      const piece = await readOrGiveUp(source, options);
      if (piece.ok && piece.value) options.received(piece.value.byteLength);
      return piece;
    },
    async close() {
      options.abort();
      await source?.cancel().catch(() => undefined);
    },
  };
}

async function readOrGiveUp(
  source: ByteSource,
  options: ReaderOptions,
): Promise<Result<Uint8Array | null, SyncFailure>> {
  const silence = new AbortController();
  const timer = setTimeout(() => {
    silence.abort();
    options.abort();
  }, options.idle);
  try {
    const piece = await source.read();
    return ok(piece.done ? null : (piece.value ?? new Uint8Array()));
  } catch (error) {
    if (options.signal.aborted) return fail({ kind: 'stopped' });
    if (silence.signal.aborted) return fail({ kind: 'offline', detail: 'silence' });
    return fail(failureOfFetch(error));
  } finally {
    clearTimeout(timer);
  }
}

/** The whole body as text, at most `maximumBytes` of it. */
export async function readText(body: BodyReader, maximumBytes: number): Promise<Result<string, SyncFailure>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const piece = await body.read();
    if (!piece.ok) return piece;
    if (piece.value === null) break;
    size += piece.value.byteLength;
    if (size > maximumBytes) {
      await body.close();
      return fail({ kind: 'server-nonsense', detail: 'too-large' });
    }
    pieces.push(piece.value);
  }
  return ok(Buffer.concat(pieces).toString('utf8'));
}
