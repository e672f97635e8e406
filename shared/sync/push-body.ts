/** The body of `POST decisions`, of decisions that are JSON in UTF-8 already: none is read again to be sent. */
export interface PushBody {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each decision's text ends in it. */
  ends: number[];
}

const head = ascii('{"decisions":[');
const foot = ascii(']}');
const comma = ascii(',');

/** @param decisions the text of each. */
export function pushBodyOf(decisions: readonly Uint8Array[]): PushBody {
  const commas = Math.max(0, decisions.length - 1);
  const texts = decisions.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(head.length + texts + commas + foot.length);
  const ends: number[] = [];
  let end = put(bytes, head, 0);
  for (const [nth, text] of decisions.entries()) {
    end = put(bytes, text, nth === 0 ? end : put(bytes, comma, end));
    ends.push(end);
  }
  put(bytes, foot, end);
  return { bytes, ends };
}

/** The same with its first decisions only. */
export function beginningOf({ bytes, ends }: PushBody, count: number): PushBody {
  const kept = ends.slice(0, count);
  const end = kept.at(-1) ?? head.length;
  const shorter = new Uint8Array(end + foot.length);
  put(shorter, foot, put(shorter, bytes.subarray(0, end), 0));
  return { bytes: shorter, ends: kept };
}

/** @returns where it ends. */
function put(into: Uint8Array, text: Uint8Array, at: number): number {
  into.set(text, at);
  return at + text.length;
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}
