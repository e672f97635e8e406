import type { FieldPlace } from './field-place.ts';
import { findAbout, lettersOnly } from './find-about.ts';
import { linesAbove, linesBelow } from './line-order.ts';
import { mayBeHindi, type PrintedLine } from './printed-line.ts';
import { readDate } from './read-date.ts';
import { readGender } from './read-gender.ts';
import { readHindiName, readLatinName } from './read-name.ts';

/** Where the fields stand on an Aadhaar card or letter: names above the date of birth, kin in the address. */
export function aadhaarPlaces(lines: readonly PrintedLine[]): FieldPlace[] {
  const born = lines.find(speaksOfBirth) ?? lines.find((line) => holdsBirthDate(line));
  // A letter's address is printed larger than the card at its foot.
  const places = namesBelowTo(lines);
  if (born !== undefined) {
    places.push({ field: 'dob', line: born, read: readBirth });
    if (!places.some(({ field }) => field === 'name')) places.push(...namesAbove(born, lines));
  }
  places.push(...kin(lines));
  const gender = lines.find((line) => textsOf(line).some((text) => readGender(text) !== null));
  if (gender !== undefined) places.push({ field: 'gender', line: gender, read: readGender });
  return places;
}

/** Only the year stands on the first cards: it is kept as four digits. */
export function readBirth(text: string): string | null {
  const date = readDate(text);
  if (date !== null) return date;
  const year = /(?:birth|yob|वर्ष|जन्म)\D{0,12}((?:19|20)\d{2})(?!\d)/i.exec(text.replace(/\s+/g, ''));
  return year?.[1] ?? null;
}

function speaksOfBirth(line: PrintedLine): boolean {
  return textsOf(line).some((text) => {
    const plain = lettersOnly(text);
    const isNamed =
      /dob|d0b|doe|जन्म/.test(plain) ||
      findAbout(plain, 'yearofbirth') !== null ||
      findAbout(plain, 'dateofbirth') !== null;
    return isNamed && readBirth(text) !== null;
  });
}

/** A date that is not the day on which the card was printed or downloaded. */
function holdsBirthDate(line: PrintedLine): boolean {
  return textsOf(line).some(
    (text) => readDate(text) !== null && !/issue|print|download|detail|as on|generat/i.test(text),
  );
}

function namesAbove(born: PrintedLine, lines: readonly PrintedLine[]): FieldPlace[] {
  const above = linesAbove(born, lines).filter(
    ({ box }) => born.box.y - box.y < 9 * born.box.height && box.height > born.box.height * 0.5,
  );
  const place = above.findIndex(
    (line) => readLatinName(line.latin) !== null && !/father|s\/o|d\/o|w\/o/i.test(line.latin),
  );
  const name = above[place];
  if (name === undefined) return [];
  // The card's heading stands further up: it is no name, also where nobody has read it yet.
  const hindi = above
    .slice(place + 1)
    .filter(({ box }) => name.box.y - box.y < nameGap * Math.max(box.height, name.box.height))
    .find((line) => mayBeHindi(line));
  const places: FieldPlace[] = [{ field: 'name', line: name, read: readLatinName }];
  if (hindi !== undefined) places.push({ field: 'nameHindi', line: hindi, read: readHindiName });
  return places;
}

/** A letter's address: "To", the name in Hindi, the name in English. */
function namesBelowTo(lines: readonly PrintedLine[]): FieldPlace[] {
  const to = lines.find(({ latin }) => /^to[,.:]?$/i.test(latin.trim()));
  if (to === undefined) return [];
  const below = linesBelow(to, lines).slice(0, 3);
  const name = below.find((line) => readLatinName(line.latin) !== null);
  const hindi = below.find((line) => line !== name && mayBeHindi(line));
  return [
    ...(name === undefined ? [] : [{ field: 'name' as const, line: name, read: readLatinName }]),
    ...(hindi === undefined ? [] : [{ field: 'nameHindi' as const, line: hindi, read: readHindiName }]),
  ];
}

/** From the Hindi name to the English one below it, in heights of a line. */
const nameGap = 2.6;

const sonOrDaughter = /(?:s|d|c)\s?[/1l|]\s?[o0]\s?[:;.,]?\s*([A-Za-z.' ]{3,60})/i;
const fatherLabel = /father(?:'?s)?(?: ?name)?\s*[:;.]?\s*([A-Za-z.' ]{3,60})/i;

function kin(lines: readonly PrintedLine[]): FieldPlace[] {
  const read = (text: string) => {
    const match = sonOrDaughter.exec(text) ?? fatherLabel.exec(text);
    return match === null ? null : readLatinName(match[1] ?? '');
  };
  const line = lines.find((each) => textsOf(each).some((text) => read(text) !== null));
  return line === undefined ? [] : [{ field: 'fatherName', line, read }];
}

function textsOf({ latin, second }: PrintedLine): string[] {
  return second === null ? [latin] : [latin, second];
}
