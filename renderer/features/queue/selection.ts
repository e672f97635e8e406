import type { RequestId } from '../../../shared/domain/ids.ts';

/** How far a key moves the selection. */
export type Move = 'next' | 'previous' | 'first' | 'last' | { by: number };

/** The row selected after a move; null only in an empty list. */
export function moveSelection(
  order: readonly RequestId[],
  selected: RequestId | null,
  move: Move,
): RequestId | null {
  if (order.length === 0) return null;
  const at = selected === null ? -1 : order.indexOf(selected);
  const to = target(at, order.length, move);
  return order[Math.min(order.length - 1, Math.max(0, to))] ?? null;
}

function target(at: number, length: number, move: Move): number {
  if (move === 'first') return 0;
  if (move === 'last') return length - 1;
  if (at < 0) return 0;
  if (move === 'next') return at + 1;
  if (move === 'previous') return at - 1;
  return at + move.by;
}

/**
 * What is selected when the list changed under the officer: the same row, or, when it left (decided), the one that now
 * stands in its place.
 */
export function selectionAfterChange(
  order: readonly RequestId[],
  selected: RequestId | null,
  lastIndex: number,
): RequestId | null {
  if (selected !== null && order.includes(selected)) return selected;
  return order[Math.min(Math.max(0, lastIndex), order.length - 1)] ?? null;
}
