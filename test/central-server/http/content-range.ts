/** Of a PUT: a piece of the whole, or (`first` null) the question how far the server is. Null: no such header. */
export interface ContentRange {
  first: number | null;
  /** Included. */
  last: number;
  size: number;
}

export function parseContentRange(header: string | undefined): ContentRange | 'unreadable' | null {
  if (header === undefined) return null;
  const [, range, size] = /^bytes (\*|\d{1,12}-\d{1,12})\/(\d{1,12})$/.exec(header) ?? [];
  if (range === undefined || size === undefined) return 'unreadable';
  if (range === '*') return { first: null, last: -1, size: Number(size) };
  const [first = 0, last = -1] = range.split('-').map(Number);
  return first <= last && last < Number(size) ? { first, last, size: Number(size) } : 'unreadable';
}
