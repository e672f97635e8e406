import jsQR from 'jsqr';
import sharp from 'sharp';
import { pdfInfo, pdfPicture } from './read-pdf.ts';

/** What the code on a printed order says, read as a telephone would: from the picture of its last page. */
export async function readCode(pdf: Uint8Array): Promise<string> {
  const picture = pdfPicture(pdf, 300, Number(pdfInfo(pdf).get('Pages')));
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
  if (code === null) throw new Error('No code can be read on the last page');
  return code.data;
}

/** The parts of an order's code by their names; see `orderProof`. The server's are missing before its receipt. */
export function proofParts(code: string) {
  const parts = code.split('|');
  const part = (at: number) => parts[at] ?? '';
  return {
    ...{
      version: part(0),
      orderNo: part(1),
      decisionId: part(2),
      contentHash: part(3),
      officerSignature: part(4),
    },
    link: { sequence: Number(part(5)), previous: part(6), commitment: part(7), sealedAt: part(8) },
    deviceSignature: part(9),
    receipt:
      parts.length > 10
        ? { sequence: Number(part(10)), acceptedAt: part(11), textHash: part(12), signature: part(13) }
        : null,
  };
}
