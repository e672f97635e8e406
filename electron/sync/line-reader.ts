import { ok, type Result } from '../../shared/result.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { BodyReader } from './transport.ts';

/** A line of NDJSON, or why it cannot be handed on; `bytes` counts it without its end. */
export type Line = { text: string; bytes: number } | { fault: 'too-large' | 'not-utf8'; bytes: number };

const lineEnd = 0x0a;

/**
 * Cuts a body into lines. Works on bytes, so that a piece that ends in the middle of a character does no harm. A line
 * beyond the limit is skipped without being kept. What follows the last line end is given as `rest` at a clean end.
 */
export function lineReader(body: BodyReader, maximumLineBytes: number) {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let held: Uint8Array[] = [];
  let heldBytes = 0;

  function hold(piece: Uint8Array): void {
    heldBytes += piece.byteLength;
    if (heldBytes > maximumLineBytes) held = [];
    else if (piece.byteLength > 0) held.push(piece);
  }

  function take(): Line {
    const bytes = heldBytes;
    const pieces = held;
    held = [];
    heldBytes = 0;
    if (bytes > maximumLineBytes) return { fault: 'too-large', bytes };
    try {
      const [only] = pieces;
      return { text: decoder.decode(pieces.length === 1 ? only : Buffer.concat(pieces)), bytes };
    } catch {
      return { fault: 'not-utf8', bytes };
    }
  }

  function cut(piece: Uint8Array): Line[] {
    const lines: Line[] = [];
    let from = 0;
    for (;;) {
      const to = piece.indexOf(lineEnd, from);
      hold(piece.subarray(from, to < 0 ? undefined : to));
      if (to < 0) return lines;
      const line = take();
      if (line.bytes > 0) lines.push(line);
      from = to + 1;
    }
  }

  return {
    /** The lines that the next piece completes (perhaps none); null at a clean end. */
    async read(): Promise<Result<Line[] | null, SyncFailure>> {
      const piece = await body.read();
      if (!piece.ok) return piece;
      return ok(piece.value === null ? null : cut(piece.value));
    },
    /** Bytes since the last line end, kept or not. */
    openBytes: () => heldBytes,
    /** What stood after the last line end; null when nothing did. */
    rest: (): Line | null => (heldBytes > 0 ? take() : null),
  };
}
