import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';

/** A card-like picture, plainly marked as a sample. */
export async function sampleJpeg(): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="640">
    <rect width="1000" height="640" fill="#f7f3e8"/><rect width="1000" height="90" fill="#c96b2c"/>
    <rect x="50" y="150" width="200" height="250" fill="#b9c2cc"/>
    <text x="300" y="200" font-size="40">Sample card</text><text x="300" y="560" font-size="56">XXXX XXXX 0417</text>
    <text x="120" y="470" font-size="120" fill="#00000022" transform="rotate(-14 400 400)">SAMPLE</text></svg>`;
  return sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer();
}

export async function samplePdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const number of [1, 2, 3]) {
    const page = pdf.addPage([595, 842]);
    page.drawText('Sample application form', { x: 60, y: 770, size: 24, font });
    page.drawText(`Page ${number} of 3`, { x: 60, y: 730, size: 14, font });
    for (let line = 0; line < 24; line += 1) {
      page.drawLine({
        start: { x: 60, y: 690 - line * 25 },
        end: { x: 535, y: 690 - line * 25 },
        thickness: 0.5,
      });
    }
  }
  return pdf.save();
}
