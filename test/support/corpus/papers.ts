import type { PaperField, PaperKind } from '../../../shared/domain/documents/document-reading.ts';
import { chanceOf } from '../../simulation/random.ts';
import { makeSecureQr, type SecureQr, type SecureQrOptions } from './codes/secure-qr.ts';
import { makeXmlQr } from './codes/xml-qr.ts';
import { aadhaarBack, aadhaarFront, oldAadhaarCard, type PrintedCode } from './papers/aadhaar-card.ts';
import { aadhaarLetter } from './papers/aadhaar-letter.ts';
import { applicationForm } from './papers/application-form.ts';
import type { Sheet } from './papers/drawing-sheet.ts';
import { cardsOnPage } from './papers/page.ts';
import { panCard } from './papers/pan-card.ts';
import { addressLines } from './papers/aadhaar-card.ts';
import type { SamplePerson } from './person.ts';

export const samplePaperKinds = [
  'aadhaar-front',
  'aadhaar-back',
  'aadhaar-old',
  'aadhaar-letter',
  'aadhaar-on-page',
  'pan',
  'pan-on-page',
  'form',
] as const;
export type SamplePaperKind = (typeof samplePaperKinds)[number];

/** What stands on a paper. Values as the app's readings hold them: dates ISO, gender M or F. */
export interface PaperTruth {
  kind: PaperKind;
  fields: Partial<Record<PaperField, string>>;
  /** Of the signed code, where the paper has one. */
  secureQr: SecureQr | null;
  /** The text of the printed code, whichever it is. A function: the old one holds the full number. */
  codeText: () => string | null;
}

export interface SamplePaper {
  sample: SamplePaperKind;
  person: SamplePerson;
  truth: PaperTruth;
  /** One for each page; only the form has two. */
  sheets: Sheet[];
}

/** A paper of a person, drawn sharp. `code` says how the Secure QR is made. */
export async function drawPaper(
  sample: SamplePaperKind,
  person: SamplePerson,
  code: SecureQrOptions = {},
): Promise<SamplePaper> {
  const secureQr = withSecureQr.has(sample) ? await makeSecureQr(person, code) : null;
  const printed: PrintedCode | null = secureQr ? { kind: 'secure-qr', text: secureQr.text } : null;
  const xml: PrintedCode = { kind: 'xml-qr', text: sample === 'aadhaar-old' ? makeXmlQr(person) : '' };
  const codeText = () => printed?.text ?? (sample === 'aadhaar-old' ? xml.text : null);
  const sheets = await drawSheets(sample, person, printed ?? xml);
  return { sample, person, sheets, truth: { ...standsOn(sample, person), secureQr, codeText } };
}

const withSecureQr: ReadonlySet<SamplePaperKind> = new Set([
  'aadhaar-back',
  'aadhaar-letter',
  'aadhaar-on-page',
]);

async function drawSheets(
  sample: SamplePaperKind,
  person: SamplePerson,
  code: PrintedCode,
): Promise<Sheet[]> {
  const chance = chanceOf(person.seed ^ 0x9a9e);
  const shift = { x: chance.next(), y: chance.next() };
  switch (sample) {
    case 'aadhaar-front':
      return [await aadhaarFront(person)];
    case 'aadhaar-back':
      return [await aadhaarBack(person, code)];
    case 'aadhaar-old':
      return [await oldAadhaarCard(person, code)];
    case 'aadhaar-letter':
      return [await aadhaarLetter(person, code)];
    case 'aadhaar-on-page':
      return [cardsOnPage([await aadhaarFront(person), await aadhaarBack(person, code)], shift)];
    case 'pan':
      return [await panCard(person)];
    case 'pan-on-page':
      return [cardsOnPage([await panCard(person)], shift)];
    case 'form':
      return applicationForm(person);
  }
}

function standsOn(sample: SamplePaperKind, person: SamplePerson): Pick<PaperTruth, 'kind' | 'fields'> {
  const { name, fatherName, bornOn: dob, gender, pan, kioskCode, mobile } = person;
  const last4 = person.aadhaar().slice(-4);
  const address = addressLines(person).en;
  switch (sample) {
    case 'aadhaar-front':
    case 'aadhaar-old':
      return { kind: 'aadhaar', fields: { last4, name: name.en, nameHindi: name.hi, dob, gender } };
    case 'aadhaar-back':
      return { kind: 'aadhaar', fields: { last4, address } };
    case 'aadhaar-letter':
    case 'aadhaar-on-page':
      return { kind: 'aadhaar', fields: { last4, name: name.en, nameHindi: name.hi, dob, gender, address } };
    case 'pan':
    case 'pan-on-page':
      return {
        kind: 'pan',
        fields: { pan, name: name.en.toUpperCase(), fatherName: fatherName.en.toUpperCase(), dob },
      };
    case 'form': {
      const mobileLast4 = mobile.slice(-4);
      const names = { name: name.en, nameHindi: name.hi, fatherName: fatherName.en };
      return { kind: 'form', fields: { kioskCode, ...names, dob, pan, last4, mobileLast4 } };
    }
  }
}
