const vowels = 'aAiueEoO';

/** Sounds that clerks take for each other, with what it costs; a whole other consonant costs 1. */
const nearSounds: ReadonlyMap<string, number> = new Map(
  Object.entries({
    aA: 0.02,
    eE: 0.1,
    oO: 0.1,
    ei: 0.3,
    Ei: 0.4,
    ou: 0.3,
    Ou: 0.4,
    ae: 0.3,
    Ae: 0.35,
    aE: 0.4,
    AE: 0.4,
    ao: 0.4,
    Ao: 0.5,
    aO: 0.4,
    AO: 0.4,
    kK: 0.2,
    gG: 0.2,
    cC: 0.05,
    jJ: 0.2,
    tT: 0.15,
    dD: 0.2,
    pP: 0.2,
    bB: 0.2,
    sS: 0.08,
    bv: 0.15,
    Bv: 0.3,
    Rd: 0.08,
    RD: 0.12,
    Rr: 0.12,
    jy: 0.4,
    Nn: 0,
    Nm: 0.05,
    mn: 0.7,
    dt: 0.7,
    DT: 0.7,
    gk: 0.8,
    bp: 0.8,
    lr: 0.9,
    cs: 0.8,
    Cs: 0.8,
    CS: 0.7,
    cS: 0.7,
    js: 0.8,
    KR: 1,
    kh: 0.9,
    Kh: 0.7,
    iy: 0.3,
    uv: 0.4,
    ov: 0.4,
    Ov: 0.3,
  }).flatMap(([pair, cost]) => [
    [pair, cost],
    [`${pair[1] ?? ''}${pair[0] ?? ''}`, cost],
  ]),
);
const aspirates: ReadonlySet<string> = new Set(['kK', 'gG', 'jJ', 'dD', 'bB', 'pP']);

/**
 * How far two spoken words lie apart: the cheapest way of turning one into the other, where a lost schwa costs little,
 * a confused aspirate some, and another consonant 1; the first sound weighs more, for names differ there.
 *
 * @param isStrict both words are in Devanagari, where aspirates and vowels are written and not guessed
 */
export function soundDistance(a: string, b: string, isStrict: boolean): number {
  const [lossesA, lossesB] = [lossesOf(a), lossesOf(b)];
  let above = [0];
  for (let j = 1; j <= b.length; j += 1) above.push((above[j - 1] ?? 0) + (lossesB[j - 1] ?? 0));
  for (let i = 1; i <= a.length; i += 1) {
    const lossA = lossesA[i - 1] ?? 0;
    const row = [(above[0] ?? 0) + lossA];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (above[j - 1] ?? 0) + changeOf(a, i - 1, b, j - 1, isStrict);
      const lost = (above[j] ?? 0) + lossA;
      const added = (row[j - 1] ?? 0) + (lossesB[j - 1] ?? 0);
      row.push(Math.min(changed, lost, added));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

function changeOf(a: string, i: number, b: string, j: number, isStrict: boolean): number {
  const [left, right] = [a[i] ?? '', b[j] ?? ''];
  if (left === right) return 0;
  const isFirst = i === 0 && j === 0;
  const near = nearSounds.get(left + right);
  if (near !== undefined && near < 0.5) {
    const isWritten = isStrict && (near >= 0.3 || isAspiration(left, right));
    const isTelling = isFirst && (near >= 0.3 || isAspiration(left, right));
    return near * (isWritten ? 2 : 1) * (isTelling ? 1.5 : 1);
  }
  const [leftVowel, rightVowel] = [isVowel(left), isVowel(right)];
  if (leftVowel && rightVowel) {
    if (isFirst) return 1;
    return i === a.length - 1 && j === b.length - 1 ? 0.8 : (near ?? 0.6);
  }
  if (leftVowel !== rightVowel) return 1.2;
  return (near ?? 1) * (isFirst ? 1.6 : 1);
}

function lossesOf(word: string): number[] {
  return Array.from({ length: word.length }, (_, at) => lossOf(word, at));
}

/**
 * What it costs that a sound is written in one of the two words only. Little for an i before y (Ilyas, इलियास) and the
 * h that ends a long word (Abdullah, अब्दुल्ला).
 */
function lossOf(word: string, at: number): number {
  const sound = word[at] ?? '';
  const [before, after] = [word[at - 1], word[at + 1]];
  if (at === 0) return sound === 'h' ? 0.8 : 1.3;
  if (sound === 'N') return 0.08;
  if (sound === 'a' || sound === 'A') {
    if (after !== undefined) return sound === 'a' ? 0.08 : 0.2;
    return isVowel(before) || isHalfSpoken(before, word[at - 2]) ? 0.08 : 0.45;
  }
  if (sound === 'i' && after === 'y' && !isVowel(before)) return 0.12;
  if (isVowel(sound)) return after === undefined ? 0.6 : 0.5;
  if (sound === 'h') return after === undefined && at > 3 ? 0.15 : 0.35;
  if (sound === 'y') return 0.25;
  if (sound === 'v' && (before === 's' || before === 'S')) return 0.25;
  if (sound === 'n' && after !== undefined && !isVowel(after) && isVowel(before)) return 0.35;
  return 1;
}

/** After these clusters the last schwa is heard: Rajendra and Rajendr, but not Kamla. */
function isHalfSpoken(last: string | undefined, before: string | undefined): boolean {
  if (last === 'n') return before === 'S';
  if (last === 'm') return before === 'r';
  return last !== undefined && 'ryv'.includes(last) && !isVowel(before);
}

function isAspiration(left: string, right: string): boolean {
  return aspirates.has(left + right) || aspirates.has(right + left);
}

function isVowel(sound: string | undefined): boolean {
  return sound !== undefined && vowels.includes(sound);
}
