/**
 * Where a word stands in a text when some letters were misread: the end of the best place, or null where it would
 * take more than two changes in nine letters. Sellers' algorithm.
 * @param allowed another number of changes
 */
export function findAbout(
  text: string,
  word: string,
  allowed = Math.floor(word.length / 4.5),
): number | null {
  let column = Array.from({ length: word.length + 1 }, (_, place) => place);
  let best: { end: number; changes: number } | null = null;
  for (let end = 1; end <= text.length; end += 1) {
    const next = [0];
    for (let place = 1; place <= word.length; place += 1) {
      const swap = (column[place - 1] ?? 0) + (text[end - 1] === word[place - 1] ? 0 : 1);
      next.push(Math.min(swap, (column[place] ?? 0) + 1, (next[place - 1] ?? 0) + 1));
    }
    column = next;
    const changes = column[word.length] ?? word.length;
    if (changes <= allowed && (best === null || changes < best.changes)) best = { end, changes };
  }
  return best?.end ?? null;
}

/** Small letters, digits and Devanagari only: what stands between them is lost in bad scans. */
export function lettersOnly(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^a-z0-9\u0900-\u0963\u0966-\u097f]+/g, '');
}
