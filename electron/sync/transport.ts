import type { z } from 'zod';
import type { Result } from '../../shared/result.ts';
import type { SyncFailure } from './sync-failure.ts';

/**
 * The road to the central server. Nothing here throws for what a network or a server may do: every such thing is a
 * SyncFailure. Everything that comes back is bounded in size and was parsed, or is handed on in bounded pieces.
 */
export interface Transport {
  /** One call with a JSON answer that fits `schema`. */
  call<Schema extends z.ZodType>(call: JsonCall<Schema>): Promise<Result<z.infer<Schema>, SyncFailure>>;
  /** Opens an answer that is read piece by piece. The reader must be read to its end, or closed. */
  open(call: OpenCall): Promise<Result<OpenAnswer, SyncFailure>>;
  traffic(): Traffic;
}

export interface Call {
  /** Below the server's address, with a leading slash: `/v1/health`. */
  path: string;
  token?: string | undefined;
  signal: AbortSignal;
}

export interface JsonCall<Schema extends z.ZodType> extends Call {
  schema: Schema;
  /** Sent as JSON by POST; a call without it and the two that follow is a GET. At most one of them is given. */
  body?: unknown;
  /** The same, where it is JSON in UTF-8 already. */
  json?: Uint8Array<ArrayBuffer>;
  /** Sent as it is by PUT, as this piece of the whole (`content-range`). */
  content?: { bytes: Uint8Array; range: string };
}

export interface OpenCall extends Call {
  /** Any other content type is nonsense: a login page of the network is HTML. */
  contentType: RegExp;
  /** An answer that declares more bytes than this is closed before the first is read. */
  maximumBytes: number;
  /** Ask from this byte on. */
  fromByte?: number;
}

export interface OpenAnswer {
  /** 206 when the server honoured `fromByte`. */
  status: number;
  /** Of the whole content, from `content-range`; null when not told. */
  rangeStart: number | null;
  body: BodyReader;
}

export interface BodyReader {
  /** The next piece, null at the end. After a failure there is no more. */
  read(): Promise<Result<Uint8Array | null, SyncFailure>>;
  close(): Promise<void>;
}

/** Bytes of bodies as they went over the wire, since the transport was made. */
export interface Traffic {
  bytesReceived: number;
  bytesSent: number;
  /** As measured lately; null before anything large moved. */
  bytesPerSecond: number | null;
  /** So slow that bodies are compressed and pages small. */
  isThin: boolean;
}

/** Milliseconds. A stream has no limit as a whole, but must keep moving: a large scan may take an hour. */
export interface Patience {
  /** From the request to the answer's first header. */
  answer: number;
  /** Between two pieces of a body. */
  idle: number;
  /**
   * Waited for a body before it must keep pace: from then on `slowest` bytes a millisecond since its beginning. An
   * answer that drips does not hold the one thread of the sync.
   */
  grace: number;
  slowest: number;
  /** For the whole of a JSON answer. */
  whole: number;
}

export const defaultPatience: Patience = {
  answer: 30_000,
  idle: 30_000,
  grace: 60_000,
  // One kilobyte a second: a fifth of what the thinnest mobile link brings.
  slowest: 1,
  whole: 10 * 60_000,
};
