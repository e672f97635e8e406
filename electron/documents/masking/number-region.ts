import type { PixelBox, ReadCharacter, SlantedBox } from '../ocr/text-line.ts';
import { partOfLine } from '../ocr/text-line.ts';

/** By how much of the line's height a region reaches beyond the line: digits' tops stay readable in less. */
const margin = 0.22;

/**
 * The place of some characters of a line, with a margin. On the right it ends half way to the next character, so that
 * the last four digits stay.
 */
export function regionOf(
  place: SlantedBox,
  characters: readonly ReadCharacter[],
  first: number,
  last: number,
): SlantedBox {
  const pitch = pitchOf(characters);
  const start = (characters[first]?.at ?? 0) - 0.9 * pitch;
  const end = characters[last]?.at ?? 1;
  const next = nextSign(characters, last);
  const stop = next === null ? end + 0.9 * pitch : end + Math.min((next - end) / 2, 1.2 * pitch);
  return slice(place, Math.max(-0.05, start), Math.min(1.05, stop));
}

/** The part of a line between two fractions of its width, higher by the margin on both sides. */
function slice(place: SlantedBox, from: number, to: number): SlantedBox {
  const middle = ((from + to) / 2 - 0.5) * place.width;
  return {
    centreX: place.centreX + middle * Math.cos(place.angle),
    centreY: place.centreY + middle * Math.sin(place.angle),
    width: (to - from) * place.width,
    height: place.height * (1 + 2 * margin),
    angle: place.angle,
  };
}

/** The usual distance from one sign to the next. */
function pitchOf(characters: readonly ReadCharacter[]): number {
  const signs = characters.filter(({ text }) => text.trim() !== '');
  const steps = signs
    .slice(1)
    .map(({ at }, index) => at - (signs[index]?.at ?? 0))
    .filter((step) => step > 0)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 2)] ?? 1;
}

function nextSign(characters: readonly ReadCharacter[], after: number): number | null {
  const next = characters.slice(after + 1).find(({ text }) => text.trim() !== '');
  return next?.at ?? null;
}

export function grown({ centreX, centreY, width, height, angle }: SlantedBox, by: number): SlantedBox {
  return { centreX, centreY, angle, width: width + by * height, height: height * (1 + by) };
}

/** The upright box round a slanted one. */
export function uprightBox(place: SlantedBox): PixelBox {
  return partOfLine(place, 0, 1);
}
