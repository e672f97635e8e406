import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** A white sheet, 60 × 40, red in its upper left corner: shows which way up it lies, and its colours. */
export function sheet(corner = '#f00'): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">
    <rect width="60" height="40" fill="#fff"/><rect width="20" height="10" fill="${corner}"/></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** A page in black and white for fax compressions: its upper left corner is black. */
export function faxSheet(): Sharp {
  return sheet('#000').greyscale().threshold(128).toColourspace('b-w');
}

/** Several pages in one TIFF, made of whole one-page TIFFs laid behind each other. */
export function joinTiffs(files: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  let nextPointer: { part: Buffer; offset: number } | null = null;
  for (const file of files) {
    const moved = moveTiff(file, at);
    const start = moved.readUInt32LE(4);
    if (nextPointer) nextPointer.part.writeUInt32LE(start, nextPointer.offset);
    const directory = start - at;
    nextPointer = { part: moved, offset: directory + 2 + moved.readUInt16LE(directory) * 12 };
    parts.push(moved);
    at += moved.length;
  }
  return Buffer.concat(parts);
}

const byteSizes: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 10: 8 };
const stripOffsets = 273;

/** The same little-endian TIFF with all its offsets counted from another place. */
function moveTiff(file: Buffer, by: number): Buffer {
  const moved = Buffer.concat([file, Buffer.alloc(file.length % 2)]);
  const directory = file.readUInt32LE(4);
  moved.writeUInt32LE(directory + by, 4);
  for (let entry = 0; entry < file.readUInt16LE(directory); entry++) {
    const place = directory + 2 + entry * 12;
    const [tag, type, count] = [
      file.readUInt16LE(place),
      file.readUInt16LE(place + 2),
      file.readUInt32LE(place + 4),
    ];
    const isOutside = (byteSizes[type] ?? 4) * count > 4;
    const value = file.readUInt32LE(place + 8);
    if (isOutside || tag === stripOffsets) moved.writeUInt32LE(value + by, place + 8);
    for (let strip = 0; isOutside && tag === stripOffsets && strip < count; strip++) {
      moved.writeUInt32LE(file.readUInt32LE(value + strip * 4) + by, value + strip * 4);
    }
  }
  return moved;
}

export interface PdfPage {
  width: number;
  height: number;
}

export async function pdfOf(
  pages: readonly PdfPage[],
  draw?: (pdf: PDFDocument) => void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const { width, height } of pages) pdf.addPage([width, height]);
  draw?.(pdf);
  return pdf.save();
}

/** A PDF that opens only with a password: its standard security handler knows nobody's key. */
export function lockedPdf(): Buffer {
  const zeros = '00'.repeat(32);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>',
    `<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${zeros}>/U<${zeros}>>>`,
  ];
  let text = '%PDF-1.6\n';
  const offsets = objects.map((object, place) => {
    const offset = text.length;
    text += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 5\n0000000000 65535 f \n`;
  text += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `trailer\n<</Size 5/Root 1 0 R/Encrypt 4 0 R/ID[<${'11'.repeat(16)}><${'11'.repeat(16)}>]>>\n`;
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1');
}
