/** All pages from the first to the one that says there is no more: what the progress shows, and what has passed. */
export interface PullRun {
  items: number;
  bytes: number;
  /** Of the whole run, as the last page's end said; null before the first. */
  total: number | null;
  /** Asks from the very beginning, because the server no longer knows our place. */
  isFromStart: boolean;
  /** It did so once: a server that knows none of its own cursors is asked no further. */
  hasStartedOver: boolean;
  /** Its first page had no cursor: this desk knew nothing. */
  beganAtStart: boolean;
  /** The server was asked how much is to come. */
  isEstimated: boolean;
  /** Bytes on the wire when it began. */
  receivedBefore: number | null;
  /** False for a cursor that has passed before: the server goes backwards or in a loop. */
  passes(cursor: string): boolean;
  /** False when the end of a page would lead back, or nowhere while there is more. */
  endsAt(cursor: string, page: { from: string | null; last: string | null; more: boolean }): boolean;
}

/** Enough for any district; beyond it only the memory is spared, and a loop is noticed at the ends of its pages. */
const rememberedCursors = 200_000;

export function pullRun(): PullRun {
  const passed = new Set<string>();
  const pageEnds = new Set<string>();
  return {
    items: 0,
    bytes: 0,
    total: null,
    isFromStart: false,
    hasStartedOver: false,
    beganAtStart: false,
    isEstimated: false,
    receivedBefore: null,
    passes(cursor) {
      if (passed.has(cursor) || pageEnds.has(cursor)) return false;
      if (passed.size < rememberedCursors) passed.add(cursor);
      return true;
    },
    endsAt(cursor, { from, last, more }) {
      // A page may be empty for us and still move on, or stand where it stood when there is no more.
      if (cursor === from && last === from) return !more;
      if (cursor !== last && (passed.has(cursor) || pageEnds.has(cursor))) return false;
      if (cursor === from) return false;
      pageEnds.add(cursor);
      return true;
    },
  };
}
