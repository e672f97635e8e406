import {
  changeLine,
  changePageEnd,
  type ChangeLine,
  type ChangePageEnd,
  unreadableLineKind,
} from '../../shared/sync/protocol.ts';
import type { Line } from './line-reader.ts';
import { parseSafely } from './safe-json.ts';

export type Change =
  | { is: 'item'; item: ChangeLine }
  | { is: 'end'; end: ChangePageEnd }
  | { is: 'unreadable'; why: string; bytes: number };

/** What one line of a changes page says. An item of any kind passes; its body is for the store to judge. */
export function readChange(line: Line): Change {
  if ('fault' in line) return { is: 'unreadable', why: line.fault, bytes: line.bytes };
  const parsed = parseSafely(line.text);
  if (!parsed.ok) return { is: 'unreadable', why: parsed.error, bytes: line.bytes };
  const item = changeLine.safeParse(parsed.value);
  if (item.success) return { is: 'item', item: item.data };
  const end = changePageEnd.safeParse(parsed.value);
  if (end.success) return { is: 'end', end: end.data };
  return { is: 'unreadable', why: 'schema', bytes: line.bytes };
}

/**
 * An unreadable line as an item of a kind that nobody knows: the store carries it and names it, and the rest of the
 * page goes on. Its id is the same each time, so that asking again makes no second one.
 */
export function unreadableItem(after: string, nth: number, why: string, bytes: number): ChangeLine {
  return {
    cursor: after,
    kind: unreadableLineKind,
    id: `${after}+${nth}`,
    version: 1,
    body: { why, bytes },
  };
}
