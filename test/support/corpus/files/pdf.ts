import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { DamagedPicture } from '../damage.ts';
import { grouped } from '../people/identity-numbers.ts';
import type { SamplePerson } from '../person.ts';

/** Each page a picture and nothing else, as scanners write it; its size is the picture's at its density. */
export async function makeRasterPdf(
  pictures: readonly Pick<DamagedPicture, 'bytes' | 'mime' | 'width' | 'height' | 'dotsPerInch'>[],
): Promise<Buffer> {
  const pdf = await dated();
  for (const { bytes, mime, width, height, dotsPerInch } of pictures) {
    const picture = await (mime === 'image/png' ? pdf.embedPng(bytes) : pdf.embedJpg(bytes));
    const points = 72 / dotsPerInch;
    const size = { width: width * points, height: height * points };
    pdf.addPage([size.width, size.height]).drawImage(picture, { x: 0, y: 0, ...size });
  }
  return Buffer.from(await pdf.save());
}

/** A page of real text that holds the full number, as a downloaded card does: only its masked raster may be kept. */
export async function makeTextPdf(person: SamplePerson): Promise<Buffer> {
  const pdf = await dated();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  const lines = [
    'SAMPLE / Government of India',
    person.name.en,
    `DOB: ${person.bornOn.split('-').reverse().join('/')}`,
    person.gender === 'M' ? 'MALE' : 'FEMALE',
    grouped(person.aadhaar()),
  ];
  lines.forEach((text, place) => page.drawText(text, { x: 60, y: 760 - place * 30, size: 18, font }));
  return Buffer.from(await pdf.save());
}

/** With fixed dates, so that the same pictures give the same file. */
async function dated(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const date = new Date('2026-01-05T06:30:00Z');
  pdf.setTitle('Sample');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  return pdf;
}
