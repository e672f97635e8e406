import { scribble, wrap } from '../../scans/drawing.ts';
import { chanceOf } from '../../../simulation/random.ts';
import type { SamplePerson } from '../person.ts';
import { printedDate } from './aadhaar-card.ts';
import type { MarkKind, Sheet, SheetBuilder } from './drawing-sheet.ts';
import { a4Sheet } from './page.ts';
import { strokes } from './portrait.ts';

type Row = [label: string, value: string, what?: MarkKind];

/** The printed migration form, two pages. */
export async function applicationForm(person: SamplePerson): Promise<Sheet[]> {
  return [await factsPage(person), declarationPage(person)];
}

function formRows(person: SamplePerson): Row[] {
  const { name, fatherName, address } = person;
  return [
    ['कियोस्क कोड / Kiosk code', person.kioskCode, 'kioskCode'],
    ['केन्द्र का नाम / Centre', `नमूना ई-मित्र केन्द्र, ${address.village.hi}`],
    ['आवेदक का नाम / Applicant', name.hi, 'nameHindi'],
    ['नाम (अंग्रेज़ी में) / Name in English', name.en, 'name'],
    ["पिता का नाम / Father's name", fatherName.en, 'fatherName'],
    ['जन्म तिथि / Date of birth', printedDate(person.bornOn), 'dob'],
    ['पैन / PAN', person.pan, 'pan'],
    ['आधार (अंतिम 4 अंक) / Aadhaar last 4', `XXXX XXXX ${person.aadhaar().slice(-4)}`, 'last4'],
    ['मोबाइल / Mobile', person.mobile],
    ['जिला / District', `${address.district.hi} / ${address.district.en}`],
    ['वर्तमान एलएसपी / Current LSP', 'नमूना एलएसपी अ / Sample LSP A'],
    ['प्रस्तावित एलएसपी / Target LSP', 'नमूना एलएसपी ब / Sample LSP B'],
  ];
}

async function factsPage(person: SamplePerson): Promise<Sheet> {
  const page = a4Sheet()
    .write(1240, 240, 'माइग्रेशन (प्रवासन) हेतु आवेदन पत्र', { size: 84, weight: 700, anchor: 'middle' })
    .write(1240, 330, 'Application form for migration of an e-Mitra kiosk', { size: 52, anchor: 'middle' });
  for (const [place, row] of formRows(person).entries()) await drawRow(page, 430 + place * 160, row);
  page.write(160, 2520, 'वर्तमान एलएसपी छोड़ने का कारण / Reason for leaving the LSP:', {
    size: 50,
    weight: 700,
  });
  const reason = chanceOf(person.seed ^ 0x51).pick(reasons);
  wrap(reason, 62).forEach((text, place) => page.write(180, 2620 + place * 90, text, { size: 50 }));
  return page.write(1240, 3380, 'पृष्ठ 1 / 2', { size: 40, anchor: 'middle' }).sheet;
}

async function drawRow(page: SheetBuilder, y: number, [label, value, what]: Row): Promise<void> {
  page.add(
    `<path d="M150 ${y}H2330V${y + 160}H150ZM1100 ${y}V${y + 160}" fill="none" stroke="#7a828d" stroke-width="3"/>`,
  );
  page.write(180, y + 100, label, { size: 46 });
  if (what) await page.writeMarked(what, 1140, y + 102, value, { size: 54 });
  else page.write(1140, y + 102, value, { size: 54 });
}

function declarationPage(person: SamplePerson): Sheet {
  const page = a4Sheet().write(1240, 260, 'घोषणा / Declaration', { size: 76, weight: 700, anchor: 'middle' });
  const lines = declarations.flatMap((sentence, place) => [...wrap(`${place + 1}. ${sentence}`, 62), '']);
  lines.forEach((text, place) => page.write(180, 440 + place * 84, text, { size: 52 }));
  return page
    .write(180, 2300, `स्थान / Place: ${person.address.tehsil.hi}`, { size: 52 })
    .write(180, 2400, `कियोस्क कोड / Kiosk code: ${person.kioskCode}`, { size: 52 })
    .add(`<g transform="translate(1500 2220) scale(2.4)">${scribble(0, 0, strokes(person.seed))}</g>`)
    .write(1740, 2400, `(${person.name.hi})`, { size: 50, anchor: 'middle' })
    .write(1740, 2480, 'आवेदक के हस्ताक्षर / Signature', { size: 44, anchor: 'middle' })
    .write(1240, 3380, 'पृष्ठ 2 / 2', { size: 40, anchor: 'middle' }).sheet;
}

const reasons = [
  'एलएसपी द्वारा कमीशन का भुगतान समय पर नहीं किया जाता तथा शिकायतों का उत्तर नहीं मिलता है।',
  'The LSP does not answer complaints and pays the commission months late.',
  'जिला समन्वयक उपलब्ध नहीं रहते, जिससे सेवाएँ बार-बार बंद रहती हैं।',
];

const declarations = [
  'मैं घोषणा करता/करती हूँ कि यह केन्द्र मेरे नाम से पंजीकृत है और यह आवेदन मैं स्वयं कर रहा/रही हूँ।',
  'मुझे ज्ञात है कि एक आईडी अधिकतम तीन बार माइग्रेट हो सकती है और इसके लिए निर्धारित शुल्क देय है।',
  'ऊपर दी गई सभी सूचनाएँ सही हैं। असत्य पाए जाने पर आवेदन निरस्त किया जा सकेगा।',
];
