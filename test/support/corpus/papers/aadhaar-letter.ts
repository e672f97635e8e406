import { wrap } from '../../scans/drawing.ts';
import { drawQr } from '../codes/draw-qr.ts';
import { grouped } from '../people/identity-numbers.ts';
import type { SamplePerson } from '../person.ts';
import { aadhaarBack, aadhaarFront, addressLines, type PrintedCode } from './aadhaar-card.ts';
import { a4Sheet } from './page.ts';
import type { Sheet } from './drawing-sheet.ts';

/** The A4 letter: address, the number twice, the code, and both sides of a card to cut off at the bottom. */
export async function aadhaarLetter(person: SamplePerson, code: PrintedCode): Promise<Sheet> {
  const page = a4Sheet();
  page
    .write(1240, 190, 'भारतीय विशिष्ट पहचान प्राधिकरण', { size: 66, weight: 700, anchor: 'middle' })
    .write(1240, 260, 'Unique Identification Authority of India', { size: 50, anchor: 'middle' })
    .write(200, 420, 'नामांकन क्रम / Enrolment No.: 0000/00000/00000', { size: 40 })
    .write(200, 520, 'To', { size: 42 })
    .write(200, 580, person.name.hi, { size: 44 })
    .write(200, 640, person.name.en, { size: 44 });
  wrap(addressLines(person).en, 40).forEach((text, place) =>
    page.write(200, 700 + place * 56, text, { size: 40 }),
  );
  page.add(drawQr(code.text, 1780, 480, 440)).mark(code.kind, { x: 1780, y: 480, width: 440, height: 440 });
  page.write(1240, 1190, 'आपका आधार क्रमांक / Your Aadhaar No. :', { size: 52, anchor: 'middle' });
  const style = { size: 84, weight: 700, anchor: 'middle' } as const;
  await page.writeMarked('number', 1240, 1300, grouped(person.aadhaar()), style);
  const virtualId = person.virtualId();
  if (virtualId) {
    const words = `VID : ${grouped(virtualId)}`;
    await page.writeMarked('virtual-id', 1240, 1370, words, { size: 40, anchor: 'middle' });
  }
  page.write(1240, 1470, 'मेरा आधार, मेरी पहचान', { size: 60, weight: 700, anchor: 'middle' });
  information.forEach((text, place) => page.write(260, 1660 + place * 90, text, { size: 42 }));
  page.add('<path d="M80 2690H2400" stroke="#444" stroke-width="4" stroke-dasharray="26 18"/>');
  page.place(await aadhaarFront(person), 200, 2760);
  page.place(await aadhaarBack(person, code), 1270, 2760);
  return page.sheet;
}

const information = [
  'सूचना / INFORMATION',
  '• आधार पहचान का प्रमाण है, नागरिकता का नहीं।',
  '• Aadhaar is a proof of identity, not of citizenship.',
  '• पहचान का प्रमाण ऑनलाइन प्रमाणीकरण द्वारा प्राप्त करें।',
  '• To establish identity, authenticate online.',
  '• यह एक नमूना पत्र है, किसी व्यक्ति का दस्तावेज़ नहीं।',
  '• This is a sample letter and nobody’s document.',
];
