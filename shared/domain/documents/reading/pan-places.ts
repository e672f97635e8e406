import type { FieldPlace } from './field-place.ts';
import { findAbout, lettersOnly } from './find-about.ts';
import { linesAbove, linesBelow } from './line-order.ts';
import type { PrintedLine } from './printed-line.ts';
import { readDate } from './read-date.ts';
import { readLatinName } from './read-name.ts';
import { readPanNumber } from './read-pan-number.ts';

interface Names {
  name: PrintedLine | undefined;
  father: PrintedLine | undefined;
}

/** Where the fields stand on a PAN card: under their labels on the newer ones, above the date on the older ones. */
export function panPlaces(lines: readonly PrintedLine[]): FieldPlace[] {
  const places: FieldPlace[] = [];
  const pan = lines.find(({ latin, second }) => readPanNumber(latin) ?? readPanNumber(second ?? ''));
  if (pan !== undefined) places.push({ field: 'pan', line: pan, read: readPanNumber });
  const born = lines.find(({ latin, second }) => readDate(latin) ?? readDate(second ?? ''));
  if (born !== undefined) places.push({ field: 'dob', line: born, read: readDate });
  const { name, father } = namesOn(lines, born);
  if (name !== undefined) places.push({ field: 'name', line: name, read: readLatinName });
  if (father !== undefined) places.push({ field: 'fatherName', line: father, read: readLatinName });
  return places;
}

function namesOn(lines: readonly PrintedLine[], born: PrintedLine | undefined): Names {
  const labelled = labelledNames(lines);
  if (labelled.name ?? labelled.father) return labelled;
  return born === undefined ? labelled : namesAbove(born, lines);
}

function labelledNames(lines: readonly PrintedLine[]): Names {
  const fatherLabel = lines.find((line) => isFatherLabel(line));
  const nameLabel = lines.find((line) => line !== fatherLabel && isNameLabel(line));
  const father = fatherLabel && valueBelow(fatherLabel, lines);
  const name =
    (nameLabel && valueBelow(nameLabel, lines)) ??
    (fatherLabel &&
      linesAbove(fatherLabel, lines).find(
        (line) => readLatinName(line.latin) !== null && !isNameLabel(line),
      ));
  return { name, father };
}

function isFatherLabel({ latin, second }: PrintedLine): boolean {
  return [latin, second ?? ''].some((text) => findAbout(lettersOnly(text), 'fathersname') !== null);
}

function isNameLabel({ latin, second }: PrintedLine): boolean {
  return [latin, second ?? ''].some((text) => {
    const plain = lettersOnly(text);
    return /^.{0,6}name$/.test(plain) && !isFatherLabelText(plain);
  });
}

function isFatherLabelText(plain: string): boolean {
  return findAbout(plain, 'fathers') !== null;
}

/** Near under the label: further down another label's value would be taken. */
function valueBelow(label: PrintedLine, lines: readonly PrintedLine[]): PrintedLine | undefined {
  return linesBelow(label, lines)
    .filter(({ box }) => box.y - label.box.y < 3.2 * label.box.height)
    .find((line) => readLatinName(line.latin) !== null && !isFatherLabel(line));
}

function namesAbove(born: PrintedLine, lines: readonly PrintedLine[]): Names {
  const above = linesAbove(born, lines).filter((line) => readLatinName(line.latin) !== null);
  const [first, second] = above;
  return second === undefined ? { name: first, father: undefined } : { name: second, father: first };
}
