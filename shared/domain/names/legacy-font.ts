const pairsInFront = new Set(
  `bh bl br by ch chh cl cr dh dr dw dy dv fl fr gh gl gn gr gw gy gv jh jn jw jy jv kh kl kr ks kw ky kv mh mr my nh nr ny
  ph pl pr py rh ry sc sh sk sl sm sn sp sq sr st sv sw sy th tr tw ty tv vr vy wh wr xh hr hy zh`
    .trim()
    .split(/\s+/),
);

/**
 * Whether a word was typed for a Krutidev or DevLys font, where Latin letters and signs stand for parts of Devanagari
 * letters: `jkes'k` is रमेश. Known by signs inside the word and by beginnings that no Roman spelling has. Short forms
 * without a vowel (Smt, Mohd) must be expanded or taken out before.
 */
export function isLegacyFont(word: string): boolean {
  const letters = word.replace(/[^A-Za-z]/g, '').toLowerCase();
  if (/[A-Za-z][;{}[\]+~^|<>=?\\@#$%&*¡-¿ÆØÙß×÷]|[;{}[\]+~^|<>=\\¡-¿ÆØÙß×÷][A-Za-z]/.test(word)) return true;
  if (letters.length < 3) return false;
  if (!/[aeiouy]/.test(letters)) return true;
  if (/'[ky]/.test(word)) return true;
  const isOddStart = /^[^aeiou]{2}/.test(letters) && !pairsInFront.has(letters.slice(0, 2));
  const isOddInside = /ks[^aeiouhy]|yky|^eq|^y[^aeiou]|kk$/.test(letters);
  return isOddStart || isOddInside;
}
