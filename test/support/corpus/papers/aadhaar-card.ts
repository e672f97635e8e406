import { wrap } from '../../scans/drawing.ts';
import { drawQr } from '../codes/draw-qr.ts';
import { grouped } from '../people/identity-numbers.ts';
import type { SamplePerson } from '../person.ts';
import { faintMark, SheetBuilder, type Sheet } from './drawing-sheet.ts';
import { portrait } from './portrait.ts';

/** ID-1 (85.6 × 54 mm) at 300 dots an inch. */
export const cardSize = { width: 1011, height: 638 };

export interface PrintedCode {
  kind: 'secure-qr' | 'xml-qr';
  text: string;
}

/** In dd/mm/yyyy, as cards print it. */
export function printedDate(date: string): string {
  return date.split('-').reverse().join('/');
}

export async function aadhaarFront(person: SamplePerson): Promise<Sheet> {
  const card = blank('भारत सरकार', 'Government of India');
  card.add(photo(46, 150, person.seed)).mark('photo', { x: 46, y: 150, width: 230, height: 276 });
  await card.writeMarked('nameHindi', 306, 196, person.name.hi, { size: 36 });
  await card.writeMarked('name', 306, 244, person.name.en, { size: 35 });
  const dob = `जन्म तिथि/DOB: ${printedDate(person.bornOn)}`;
  await card.writeMarked('dob', 306, 294, dob, { size: 32 });
  card.write(306, 342, person.gender === 'M' ? 'पुरुष/ MALE' : 'महिला/ FEMALE', { size: 32 });
  await printNumbers(card, person);
  return card.sheet;
}

export async function aadhaarBack(person: SamplePerson, code: PrintedCode | null): Promise<Sheet> {
  const card = blank('भारतीय विशिष्ट पहचान प्राधिकरण', 'Unique Identification Authority of India');
  const { hi, en } = addressLines(person);
  const lines = ['पता:', ...wrap(hi, 34), 'Address:', ...wrap(en, 32)];
  lines.forEach((text, place) => card.write(40, 168 + place * 32, text, { size: 25 }));
  if (code) {
    const side = 354;
    card
      .add(drawQr(code.text, 622, 140, side))
      .mark(code.kind, { x: 622, y: 140, width: side, height: side });
  }
  await printNumbers(card, person, 30);
  return card.sheet;
}

/** The first cards: one side, the year or day of birth, the unsigned code with the full number. */
export async function oldAadhaarCard(person: SamplePerson, code: PrintedCode): Promise<Sheet> {
  const card = blank('भारत सरकार', 'GOVERNMENT OF INDIA');
  card.add(photo(46, 150, person.seed)).mark('photo', { x: 46, y: 150, width: 230, height: 276 });
  await card.writeMarked('nameHindi', 300, 196, person.name.hi, { size: 32 });
  await card.writeMarked('name', 300, 240, person.name.en, { size: 32 });
  const dob = `जन्म तिथि / DOB : ${printedDate(person.bornOn)}`;
  await card.writeMarked('dob', 300, 290, dob, { size: 28 });
  card.write(300, 336, person.gender === 'M' ? 'पुरुष / Male' : 'महिला / Female', { size: 28 });
  card
    .add(drawQr(code.text, 740, 250, 240, 'M'))
    .mark(code.kind, { x: 740, y: 250, width: 240, height: 240 });
  const number = grouped(person.aadhaar());
  await card.writeMarked('number', 420, 530, number, { size: 58, weight: 700, anchor: 'middle' });
  return card.sheet;
}

async function printNumbers(card: SheetBuilder, person: SamplePerson, smaller = 0): Promise<void> {
  const virtualId = person.virtualId();
  const style = { size: 60 - smaller / 3, weight: 700, anchor: 'middle' } as const;
  await card.writeMarked('number', 505, virtualId ? 530 : 545, grouped(person.aadhaar()), style);
  if (!virtualId) return;
  const words = `VID : ${grouped(virtualId)}`;
  await card.writeMarked('virtual-id', 505, 568, words, { size: 27, anchor: 'middle' });
}

function blank(hindi: string, english: string): SheetBuilder {
  const { width, height } = cardSize;
  return new SheetBuilder(width, height)
    .add(
      `<rect width="${width}" height="${height}" rx="30" fill="#fdfcf7" stroke="#b9b6ab" stroke-width="2"/>`,
      `<rect y="102" width="${width}" height="9" fill="#e58a3a" opacity="0.8"/><rect y="115" width="${width}" height="9" fill="#5f9e5a" opacity="0.8"/>`,
      `<rect x="20" y="582" width="${width - 40}" height="4" fill="#b3261e" opacity="0.8"/>`,
      faintMark(width, height, 100),
    )
    .write(505, 50, hindi, { size: 34, weight: 700, anchor: 'middle' })
    .write(505, 90, english, { size: 28, anchor: 'middle' })
    .write(980, 50, 'नमूना', { size: 26, color: '#b3261e', weight: 700, anchor: 'end' })
    .write(980, 82, 'SAMPLE', { size: 20, color: '#b3261e', weight: 700, anchor: 'end' })
    .write(505, 622, 'मेरा आधार, मेरी पहचान', { size: 30, weight: 700, anchor: 'middle' });
}

function photo(x: number, y: number, seed: number): string {
  return `<g transform="translate(${x} ${y}) scale(${230 / 60} ${276 / 72})">${portrait(seed)}</g>`;
}

export function addressLines({ address }: SamplePerson): { hi: string; en: string } {
  const { careOf, house, street, village, tehsil, district, pinCode } = address;
  return {
    hi: `${careOf.hi}, ${house}, ${street.hi}, ${village.hi}, ${tehsil.hi}, ${district.hi}, राजस्थान - ${pinCode}`,
    en: `${careOf.en}, ${house}, ${street.en}, ${village.en}, ${tehsil.en}, ${district.en}, Rajasthan - ${pinCode}`,
  };
}
