/** Letters that engines take for digits, and the digits they stand for. */
const lookalikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  D: '0',
  Q: '0',
  I: '1',
  l: '1',
  i: '1',
  '|': '1',
  '!': '1',
  ']': '1',
  '[': '1',
  Z: '2',
  z: '2',
  A: '4',
  S: '5',
  s: '5',
  G: '6',
  b: '6',
  T: '7',
  B: '8',
  g: '9',
  q: '9',
};

/** The digit that a sign is: Western or Devanagari (U+0966 to U+096F); null for anything else. */
export function digitOf(sign: string): string | null {
  if (/^[0-9]$/.test(sign)) return sign;
  const code = sign.codePointAt(0) ?? 0;
  return code >= 0x0966 && code <= 0x096f ? String(code - 0x0966) : null;
}

/** The digit that a sign is or may have been before an engine took it for a letter. */
export function digitLike(sign: string): string | null {
  return digitOf(sign) ?? lookalikes[sign] ?? null;
}
