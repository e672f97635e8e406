/**
 * A place in the feed: the transaction that made the change, then the order within it. A running transaction may hold
 * a lower number than ones that committed before it; so the feed gives only what lies below the oldest running one,
 * and nothing can appear behind a cursor. `feed` names the database: a cursor of another one is refused by name
 * instead of skipping what it does not know.
 */
export interface Cursor {
  feed: string;
  /** A 64-bit transaction number, decimal. */
  transaction: string;
  /** A 64-bit sequence number, decimal. */
  sequence: string;
}

export function cursorText({ feed, transaction, sequence }: Cursor): string {
  return `1.${feed}.${transaction}.${sequence}`;
}

/** Null when the text is no cursor that this server could have given. */
export function parseCursor(text: string, feed: string): Cursor | null {
  const match = /^1\.([0-9a-f]{12})\.(\d{1,19})\.(\d{1,18})$/.exec(text);
  const [, name, transaction, sequence] = match ?? [];
  if (name !== feed || transaction === undefined || sequence === undefined) return null;
  return { feed, transaction, sequence };
}

export function feedStart(feed: string): Cursor {
  return { feed, transaction: '0', sequence: '0' };
}
