import { fillers, type FillerGender } from './name-lists.ts';
import type { NameWord } from './name-words.ts';
import { soundDistance } from './sound-distance.ts';
import { joinedSounds } from './spoken-sounds.ts';

/** Below this two words are not one word written twice: each stands alone. */
const least = 0.5;
/** Kumar and Kumari are two. */
const leastOfFillers = 0.85;
/** Two joined words hide a difference in one of them (Lalit, Lalita): they must sound the same. */
const leastOfTwo = 0.985;
const mostJoined = 3;

/** What each thing found takes from the score; they multiply. */
const weights = {
  /** First names or surnames that contradict each other. */
  otherCore: 0.35,
  /** One name has a surname or a first name that the other lacks. */
  coreMissing: 0.74,
  /** The second and later of them. */
  moreCoresMissing: 0.9,
  /** Where one has Devi, the other has a surname. */
  fillerForCore: 0.85,
  fillerMissing: 0.95,
  /** Sita and Sitaram, Hira and Hiralal: a woman and a man. */
  boundMissing: 0.82,
  otherFiller: 0.72,
  /** Devi here, Lal there. */
  otherGender: 0.47,
  initialForCore: 0.85,
  initialForFiller: 0.97,
  initialMissing: 0.9,
  otherInitial: 0.45,
};

interface Left {
  a: readonly NameWord[];
  b: readonly NameWord[];
}

/**
 * How well the words of two names can be laid upon each other, 0 to 1: the best of all ways of pairing them in any
 * order, one word or two with up to three neighbouring ones of the other name. Words that stay alone take their part.
 *
 * @param a at most eight words, as is `b`: what it costs grows fast with their number
 */
export function pairWords(a: readonly NameWord[], b: readonly NameWord[]): number {
  const links = linksOf(a, b);
  const pairings = new Map<number, number>();
  return best(0, 0, 0);

  /** Words of `a` up to `at` are settled; `used` are those taken of `b`, `alone` those of `a` that stay alone, as bits. */
  function best(at: number, used: number, alone: number): number {
    if (at >= a.length) return leftOver({ a: chosen(a, alone), b: chosen(b, ~used) });
    const state = (at << 16) | (used << 8) | alone;
    const known = pairings.get(state);
    if (known !== undefined) return known;
    let found = best(at + 1, used, alone | (1 << at));
    for (const { width, taken, likeness } of links[at] ?? []) {
      if ((used & taken) === 0) found = Math.max(found, likeness * best(at + width, used | taken, alone));
    }
    pairings.set(state, found);
    return found;
  }
}

/** Words of one name that read like words of the other: how many from here on, and which of the other, as bits. */
interface Link {
  width: number;
  taken: number;
  likeness: number;
}

function linksOf(a: readonly NameWord[], b: readonly NameWord[]): Link[][] {
  return a.map((_, at) =>
    spans.flatMap(([width, other]) => {
      if (at + width > a.length) return [];
      const ours = a.slice(at, at + width);
      return b.flatMap((_word, from) => {
        if (from + other > b.length) return [];
        const likeness = likenessOf(ours, b.slice(from, from + other));
        return likeness > 0 ? [{ width, taken: ((1 << other) - 1) << from, likeness }] : [];
      });
    }),
  );
}

/** Two against two: a sound that falls where words join is missed by neither of them. */
const spans: readonly (readonly [number, number])[] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [2, 2],
  [mostJoined, 1],
  [1, mostJoined],
];

function chosen(words: readonly NameWord[], bits: number): NameWord[] {
  return words.filter((word, at) => (bits & (1 << at)) !== 0 && word.kind !== 'title');
}

function likenessOf(a: readonly NameWord[], b: readonly NameWord[]): number {
  const [left, right] = [a[0], b[0]];
  if (left === undefined || right === undefined) return 0;
  const isJoined = a.length + b.length > 2;
  if (left.kind === 'initial' || right.kind === 'initial') return isJoined ? 0 : initialLikeness(left, right);
  if ([...a.slice(1), ...b.slice(1)].some((word) => word.kind === 'initial')) return 0;
  if (left.kind === 'filler' && right.kind === 'filler' && !isJoined && left.skeleton === right.skeleton)
    return 1;
  const areTwo = a.length === 2 && b.length === 2;
  if (areTwo && !haveSameFiller(a, b)) return 0;
  const likeness = soundLikeness(soundsOf(a), soundsOf(b), left.isDevanagari && right.isDevanagari);
  if (areTwo) return likeness < leastOfTwo ? 0 : likeness;
  const isFillers = left.kind === 'filler' && right.kind === 'filler' && !isJoined;
  return likeness < (isFillers ? leastOfFillers : least) ? 0 : likeness;
}

function haveSameFiller(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  const [left, right] = [a[1], b[1]];
  return left?.kind === 'filler' && right?.kind === 'filler' && left.skeleton === right.skeleton;
}

function soundsOf(words: readonly NameWord[]): string {
  return words.length === 1 ? (words[0]?.sounds ?? '') : joinedSounds(words.map((word) => word.sounds));
}

/** A difference weighs less in a long word than in a short one. */
function soundLikeness(a: string, b: string, isStrict: boolean): number {
  const consonants = (a + b).replace(/[aAiueEoO]/g, '').length / 2;
  return Math.max(0, 1 - (0.65 * soundDistance(a, b, isStrict)) / (0.5 + 0.25 * consonants));
}

function initialLikeness(a: NameWord, b: NameWord): number {
  if (a.skeleton[0] !== b.skeleton[0]) return 0;
  if (a.kind === b.kind) return 1;
  return a.kind === 'filler' || b.kind === 'filler' ? weights.initialForFiller : weights.initialForCore;
}

function leftOver({ a, b }: Left): number {
  const [coresA, coresB] = [count(a, 'core'), count(b, 'core')];
  const others = Math.min(coresA, coresB);
  const missing = Math.max(coresA, coresB) - others;
  const rest = coresA > coresB ? b : a;
  let score = weights.otherCore ** others;
  if (missing > 0) {
    score *= weights.coreMissing * weights.moreCoresMissing ** (missing - 1);
    if (count(rest, 'filler') > 0) score *= weights.fillerForCore;
    if (count(rest, 'initial') > 0) score *= weights.otherInitial;
  }
  return score * initialsLeft(a, b) * fillersLeft(fillersOf(a), fillersOf(b));
}

function initialsLeft(a: readonly NameWord[], b: readonly NameWord[]): number {
  const [left, right] = [count(a, 'initial'), count(b, 'initial')];
  if (left > 0 && right > 0) return weights.otherInitial;
  const isAgainstFiller = (left > 0 && count(b, 'filler') > 0) || (right > 0 && count(a, 'filler') > 0);
  if (isAgainstFiller) return weights.otherFiller;
  return left + right > 0 ? weights.initialMissing : 1;
}

function fillersLeft(a: readonly NameWord[], b: readonly NameWord[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  if (a.length > 0 && b.length > 0) {
    return areOfOtherGender(a, b) ? weights.otherGender : weights.otherFiller;
  }
  const alone = [...a, ...b];
  return alone.some((word) => word.isBound) ? weights.boundMissing : weights.fillerMissing;
}

function areOfOtherGender(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  const [left, right] = [genders(a), genders(b)];
  return (left.has('male') && right.has('female')) || (left.has('female') && right.has('male'));
}

function genders(words: readonly NameWord[]): Set<FillerGender> {
  return new Set(words.map((word) => fillers[word.skeleton] ?? 'either'));
}

function fillersOf(words: readonly NameWord[]): NameWord[] {
  return words.filter((word) => word.kind === 'filler');
}

function count(words: readonly NameWord[], kind: NameWord['kind']): number {
  return words.filter((word) => word.kind === kind).length;
}
