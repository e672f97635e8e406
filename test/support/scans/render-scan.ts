import { PDFDocument } from 'pdf-lib';
import { applicationPages, pageSize } from './application-form.ts';
import { aadhaarLikeCard, cardSize, panLikeCard } from './cards.ts';
import { scanFile, type RenderedScan } from './scan-file.ts';
import { madeUp, type ScanSubject } from './scan-subject.ts';
import { scannedJpeg } from './scanned-look.ts';

export type ScanKind = 'aadhaar-card' | 'pan-card' | 'application-page' | 'application-pdf';

/** Count up when a drawing changes: cached files of older drawings are then passed over. */
const drawingVersion = 3;

/**
 * A sample document of a request, as a file. Drawn once, then taken from the cache, which is keyed by all that is
 * drawn.
 * @throws when the system has no font for Devanagari: boxes in place of names would look like a fault of the viewer.
 */
export function renderScan(kind: ScanKind, subject: ScanSubject): Promise<RenderedScan> {
  const isPdf = kind === 'application-pdf';
  return scanFile({
    key: [drawingVersion, kind, subject],
    mime: isPdf ? 'application/pdf' : 'image/jpeg',
    pages: isPdf ? applicationPages(subject).length : 1,
    draw: () => draw(kind, subject),
  });
}

async function draw(kind: ScanKind, subject: ScanSubject): Promise<Buffer> {
  switch (kind) {
    case 'aadhaar-card':
      return cardJpeg(aadhaarLikeCard(subject), subject, '#e9e6de');
    case 'pan-card':
      return cardJpeg(panLikeCard(subject), subject, '#e4e6e6');
    case 'application-page':
      return pageJpeg(applicationPages(subject)[0] ?? '', subject);
    case 'application-pdf':
      return pagesPdf(subject);
  }
}

function cardJpeg(content: string, subject: ScanSubject, paper: string): Promise<Buffer> {
  const angle = (madeUp(subject).next() - 0.5) * 4;
  return scannedJpeg({ content, ...cardSize }, { width: 1120, height: 760, angle, paper, quality: 60 });
}

/** Pages of a PDF are pressed harder: three of them make one file. */
function pageJpeg(content: string, subject: ScanSubject, place = 0, quality = 56): Promise<Buffer> {
  const angle = (madeUp(subject).next() - 0.5) * 1.6 * (place % 2 === 0 ? 1 : -0.7);
  return scannedJpeg(
    { content, ...pageSize },
    { width: 1040, height: 1460, angle, paper: '#dcdad4', quality },
  );
}

/** Each page a picture, as an office scanner writes it. The dates are fixed: the same request gives the same file. */
async function pagesPdf(subject: ScanSubject): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(`Sample application ${subject.request.requestNo}`);
  const date = new Date(`${subject.request.applicationDate}T06:30:00Z`);
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  for (const [place, content] of applicationPages(subject).entries()) {
    const picture = await pdf.embedJpg(await pageJpeg(content, subject, place, 40));
    const page = pdf.addPage([595, 835]);
    page.drawImage(picture, { x: 0, y: 0, width: 595, height: 835 });
  }
  return Buffer.from(await pdf.save());
}
