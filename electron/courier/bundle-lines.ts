import type { ChangeLine } from '../../shared/sync/protocol.ts';
import { limits } from '../../shared/sync/protocol.ts';
import type { Line } from '../sync/line-reader.ts';
import { readChange, unreadableItem } from '../sync/read-change.ts';
import { parseSafely } from '../sync/safe-json.ts';

const lineEnd = 0x0a;

/** The first line, parsed; undefined when it is no JSON. `rest` begins behind it. */
export function firstLine(text: Buffer): { value: unknown; rest: Buffer } {
  const end = text.indexOf(lineEnd);
  const at = end < 0 ? text.length : end;
  const parsed = parseSafely(text.subarray(0, at).toString('utf8'));
  return { value: parsed.ok ? parsed.value : undefined, rest: text.subarray(at + 1) };
}

/**
 * The changes of a proved file, one after the other. One that cannot be read is the server's own mistake and becomes
 * an item of no known kind, carried and named like those that come by the network.
 */
export function* changesOf(text: Buffer, from: string | null): Generator<ChangeLine> {
  let last = from ?? 'start';
  let unreadable = 0;
  for (let at = 0; at < text.length;) {
    const end = text.indexOf(lineEnd, at);
    const to = end < 0 ? text.length : end;
    const change = readChange(lineOf(text.subarray(at, to)));
    at = to + 1;
    if (change.is === 'item') {
      last = change.item.cursor;
      yield change.item;
    } else if (change.is === 'unreadable') {
      unreadable += 1;
      yield unreadableItem(last, unreadable, change.why, change.bytes);
    }
  }
}

function lineOf(bytes: Buffer): Line {
  if (bytes.length > limits.lineBytes) return { fault: 'too-large', bytes: bytes.length };
  return { text: bytes.toString('utf8'), bytes: bytes.length };
}
