export interface NamePair {
  a: string;
  b: string;
  isSame: boolean;
}

/** One pair a line, the two names parted by a bar. */
export function readPairs(texts: { same: string; other: string }): readonly NamePair[] {
  return [...lines(texts.same, true), ...lines(texts.other, false)];
}

function lines(text: string, isSame: boolean): NamePair[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [a, b, ...rest] = line.split('|');
      if (a === undefined || b === undefined || rest.length > 0) throw new Error(`Not a pair: ${line}`);
      return { a, b, isSame };
    });
}
