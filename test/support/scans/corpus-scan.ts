import { makeSecureQr, secureQrText } from '../corpus/codes/secure-qr.ts';
import { makeRasterPdf } from '../corpus/files/pdf.ts';
import { aadhaarBack, aadhaarFront } from '../corpus/papers/aadhaar-card.ts';
import { applicationForm } from '../corpus/papers/application-form.ts';
import type { Sheet } from '../corpus/papers/drawing-sheet.ts';
import { cardsOnPage } from '../corpus/papers/page.ts';
import { panCard } from '../corpus/papers/pan-card.ts';
import type { SamplePerson } from '../corpus/person.ts';
import { withMaskedNumber } from './request-person.ts';
import { scanFile, type RenderedScan } from './scan-file.ts';
import { scannedJpeg } from './scanned-look.ts';

/**
 * How an Aadhaar scan is: `masked` shows the last four digits only; in the code of an `altered` one the birth date was
 * changed after signing; of a `blurred` one no number can be read.
 */
export type AadhaarLook = 'masked' | 'altered' | 'unmasked' | 'blurred';

/** Count up when a drawing changes, here or in the corpus. */
const drawingVersion = 3;

/** Both sides on one page, the signed code on the back; of those with a number the front alone. */
export function aadhaarScan(person: SamplePerson, look: AadhaarLook): Promise<RenderedScan> {
  return scanFile({
    key: [drawingVersion, 'aadhaar', look, person],
    mime: 'image/jpeg',
    pages: 1,
    draw: () => drawAadhaar(person, look),
  });
}

export function panScan(person: SamplePerson): Promise<RenderedScan> {
  return scanFile({
    key: [drawingVersion, 'pan', person],
    mime: 'image/jpeg',
    pages: 1,
    draw: async () => cardJpeg(await panCard(person)),
  });
}

/** Two pages of an office scanner in one PDF. */
export function formScan(person: SamplePerson): Promise<RenderedScan> {
  return scanFile({
    key: [drawingVersion, 'form', person],
    mime: 'application/pdf',
    pages: 2,
    draw: async () => formPdf(await applicationForm(person)),
  });
}

async function drawAadhaar(person: SamplePerson, look: AadhaarLook): Promise<Buffer> {
  switch (look) {
    case 'blurred':
      return cardJpeg(await aadhaarFront(person), 24);
    case 'unmasked':
      return cardJpeg(await aadhaarFront(person));
    case 'masked':
      return pageJpeg(await bothSides(withMaskedNumber(person), await codeText(person)), 300);
    case 'altered':
      return pageJpeg(await bothSides(withMaskedNumber(person), await alteredText(person)), 300);
  }
}

async function bothSides(person: SamplePerson, text: string): Promise<Sheet> {
  const back = await aadhaarBack(person, { kind: 'secure-qr', text });
  return cardsOnPage([await aadhaarFront(person), back], { x: 0.4, y: 0.1 });
}

async function codeText(person: SamplePerson): Promise<string> {
  return (await makeSecureQr(person)).text;
}

/** Says what is printed, under the signature of what it said before. */
async function alteredText(person: SamplePerson): Promise<string> {
  const signed = await makeSecureQr({ ...person, bornOn: anotherYear(person.bornOn) });
  const { signedData } = await makeSecureQr(person);
  return secureQrText(signedData, signed.signature);
}

/** Three years earlier, on the same day. */
export function anotherYear(date: string): string {
  return `${Number(date.slice(0, 4)) - 3}${date.slice(4)}`;
}

function cardJpeg(sheet: Sheet, blur?: number): Promise<Buffer> {
  const glass = { width: sheet.width + 120, height: sheet.height + 110 };
  return scannedJpeg(sheet, {
    ...{ ...glass, angle: 0.7, paper: '#e4e4e0', quality: 72, dotsPerInch: 300 },
    ...(blur === undefined ? {} : { blur }),
  });
}

function pageJpeg({ content, width, height }: Sheet, dotsPerInch: number): Promise<Buffer> {
  const scale = dotsPerInch / 300;
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return scannedJpeg(
    { content: `<g transform="scale(${scale})">${content}</g>`, ...size },
    { ...size, angle: 0.4, paper: '#f2f1ec', quality: 62, dotsPerInch },
  );
}

async function formPdf(sheets: readonly Sheet[]): Promise<Buffer> {
  const pages = await Promise.all(
    sheets.map(async ({ width, height, ...sheet }) => ({
      bytes: await pageJpeg({ ...sheet, width, height }, 200),
      ...({
        mime: 'image/jpeg',
        width: (width * 2) / 3,
        height: (height * 2) / 3,
        dotsPerInch: 200,
      } as const),
    })),
  );
  return makeRasterPdf(pages);
}
