/** Rows are fetched in whole blocks, so that scrolling by a row does not ask again. */
export const blockRows = 40;

export interface RowWindow {
  start: number;
  /** Not included. */
  end: number;
}

/** The blocks that hold the visible rows and half a block around them. */
export function windowAround(first: number, last: number, total: number): RowWindow {
  const margin = blockRows / 2;
  const start = Math.max(0, Math.floor((first - margin) / blockRows) * blockRows);
  const end = Math.min(total, Math.ceil((last + 1 + margin) / blockRows) * blockRows);
  return { start, end: Math.max(start, end) };
}
