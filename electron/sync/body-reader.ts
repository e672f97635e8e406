import { fail, ok, type Result } from '../../shared/result.ts';
import { failureOfFetch } from './fetch-failure.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { BodyReader, Patience } from './transport.ts';

/** The parts of a web stream's reader that are used. */
interface ByteSource {
  read(): Promise<{ done: boolean; value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}

export interface ReaderOptions {
  patience: Pick<Patience, 'idle' | 'grace' | 'slowest'>;
  /** Milliseconds for the whole body. */
  whole: number;
  /** Ends the connection below, so that a silent server does not keep it. */
  abort: () => void;
  signal: AbortSignal;
  received: (bytes: number) => void;
  /** The body came to its end. @param waited milliseconds spent waiting for it. */
  ended: (waited: number) => void;
}

/**
 * Reads a body piece by piece. A silence, a body that drips and one that takes too long as a whole count as a broken
 * link; only the time spent waiting counts, not what the reader does between two pieces.
 */
export function bodyReader(source: ByteSource | null, options: ReaderOptions): BodyReader {
  const { patience } = options;
  let waited = 0;
  let bytes = 0;
  const isTooSlow = () => waited > options.whole || waited > patience.grace + bytes / patience.slowest;
  return {
    async read() {
      if (!source) return ok(null);
      const began = performance.now();
      const piece = await readOrGiveUp(source, options);
      waited += performance.now() - began;
      if (!piece.ok) return piece;
      if (piece.value === null) {
        options.ended(waited);
        return piece;
      }
      bytes += piece.value.byteLength;
      options.received(piece.value.byteLength);
      if (!isTooSlow()) return piece;
      options.abort();
      await source.cancel().catch(() => undefined);
      return fail({ kind: 'offline', detail: 'too-slow' });
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
  }, options.patience.idle);
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
