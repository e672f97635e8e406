import { scribble } from '../../scans/drawing.ts';
import type { SamplePerson } from '../person.ts';
import { cardSize, printedDate } from './aadhaar-card.ts';
import { faintMark, SheetBuilder, type Sheet } from './drawing-sheet.ts';
import { portrait, strokes } from './portrait.ts';

export async function panCard(person: SamplePerson): Promise<Sheet> {
  const { width, height } = cardSize;
  const card = new SheetBuilder(width, height)
    .add(
      `<rect width="${width}" height="${height}" rx="30" fill="#cfe2ec" stroke="#9db4c1" stroke-width="2"/>`,
      faintMark(width, height, 100),
    )
    .write(40, 58, 'आयकर विभाग', { size: 36, weight: 700, color: '#173a5e' })
    .write(40, 98, 'INCOME TAX DEPARTMENT', { size: 27, weight: 700, color: '#173a5e' })
    .write(970, 58, 'भारत सरकार', { size: 36, weight: 700, color: '#173a5e', anchor: 'end' })
    .write(970, 98, 'GOVT. OF INDIA', { size: 27, weight: 700, color: '#173a5e', anchor: 'end' })
    .write(505, 58, 'नमूना', { size: 26, color: '#b3261e', weight: 700, anchor: 'middle' })
    .write(505, 90, 'SAMPLE', { size: 20, color: '#b3261e', weight: 700, anchor: 'middle' })
    .write(505, 148, 'स्थायी लेखा संख्या कार्ड', { size: 28, anchor: 'middle' })
    .write(505, 182, 'Permanent Account Number Card', { size: 26, anchor: 'middle' })
    .add(`<g transform="translate(44 200) scale(${170 / 60} ${204 / 72})">${portrait(person.seed)}</g>`)
    .mark('photo', { x: 44, y: 200, width: 170, height: 204 });
  await card.writeMarked('pan', 505, 248, person.pan, { size: 54, weight: 700, anchor: 'middle' });
  card.write(44, 446, 'नाम / Name', { size: 20, color: '#41556b' });
  await card.writeMarked('name', 44, 480, person.name.en.toUpperCase(), { size: 31 });
  card.write(44, 516, "पिता का नाम / Father's Name", { size: 20, color: '#41556b' });
  await card.writeMarked('fatherName', 44, 550, person.fatherName.en.toUpperCase(), { size: 31 });
  card.write(44, 584, 'जन्म की तारीख / Date of Birth', { size: 20, color: '#41556b' });
  await card.writeMarked('dob', 44, 620, printedDate(person.bornOn), { size: 31 });
  card.add(scribble(700, 540, strokes(person.seed)));
  return card.write(800, 620, 'हस्ताक्षर / Signature', { size: 22, anchor: 'middle' }).sheet;
}
