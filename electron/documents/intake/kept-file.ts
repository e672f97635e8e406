import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import { blobHash, type BlobHash } from '../../../shared/domain/ids.ts';
import type { Scan } from '../../../shared/domain/request.ts';

export interface KeptFile {
  hash: BlobHash;
  bytes: Uint8Array;
  mime: Scan['mime'];
  pages: number;
}

/** Points a pixel at 200 dots per inch: the size on paper only; the pixels stay as they are. */
const pointsPerPixel = 72 / 200;

/**
 * What is kept of a masked file: one page as its JPEG, several as a PDF that holds these pictures and nothing else, no
 * text, no metadata, nothing of the original. The same pages give the same bytes.
 * @param pages JPEG, masked.
 */
export async function keptFile(pages: readonly Uint8Array[]): Promise<KeptFile> {
  const [first] = pages;
  if (!first) throw new RangeError('There is no page to keep');
  const bytes = pages.length === 1 ? first : await pdfOf(pages);
  const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
  return { hash, bytes, mime: pages.length === 1 ? 'image/jpeg' : 'application/pdf', pages: pages.length };
}

async function pdfOf(pages: readonly Uint8Array[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const page of pages) {
    const picture = await document.embedJpg(page);
    const size: [number, number] = [picture.width * pointsPerPixel, picture.height * pointsPerPixel];
    document.addPage(size).drawImage(picture, { x: 0, y: 0, width: size[0], height: size[1] });
  }
  return document.save();
}
