import type { ReadCharacter, TextLine } from './text-line.ts';

/**
 * Reads the network's answer: for each step from left to right the likelihood of "nothing" and of each letter. Steps
 * of the same letter are one letter, unless a "nothing" lies between.
 * @param alphabet without the "nothing", which comes first.
 * @param stretch the width that the network saw, over the width that the line fills.
 */
export function decodeSteps(
  values: Float32Array,
  steps: number,
  alphabet: readonly string[],
  stretch: number,
): Pick<TextLine, 'text' | 'confidence' | 'characters'> {
  const classes = steps === 0 ? 0 : values.length / steps;
  const characters: ReadCharacter[] = [];
  let sum = 0;
  let previous = 0;
  let runStart = 0;
  for (let step = 0; step < steps; step += 1) {
    const { best, likelihood } = likeliest(values, step * classes, classes);
    const at = ((step + 0.5) / steps) * stretch;
    const last = characters.at(-1);
    if (best !== 0 && best === previous && last !== undefined) {
      last.at = (runStart + at) / 2;
    } else if (best !== 0) {
      runStart = at;
      characters.push({ text: alphabet[best - 1] ?? '', at });
      sum += likelihood;
    }
    previous = best;
  }
  return {
    text: characters.map(({ text }) => text).join(''),
    confidence: characters.length === 0 ? 0 : sum / characters.length,
    characters,
  };
}

function likeliest(values: Float32Array, from: number, count: number): { best: number; likelihood: number } {
  let best = 0;
  let likelihood = values[from] ?? 0;
  for (let index = 1; index < count; index += 1) {
    const value = values[from + index] ?? 0;
    if (value <= likelihood) continue;
    best = index;
    likelihood = value;
  }
  return { best, likelihood };
}
