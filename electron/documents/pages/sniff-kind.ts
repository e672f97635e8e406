import type { FileKind } from './file-kind.ts';

/** Brands of HEIF files whose pictures are HEVC; `mif1` and `msf1` say only that it is HEIF. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
/** Written before or beside `mif1` by AV1 pictures, which the HEIC engine does not decode. */
const avifBrands = new Set(['avif', 'avis']);

/** A PDF's mark may stand anywhere in its first kilobyte: scanners and mail gateways write before it. */
const pdfMarkWithin = 1024;

/**
 * What a file is, by its first bytes only: a name proves nothing. Null for what no document is made of, such as text,
 * web pages, drawings and programs.
 */
export function sniffKind(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'jpeg';
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png';
  if (isTiff(bytes)) return 'tiff';
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (latin(bytes, 4, 4) === 'ftyp') return isHeic(bytes) ? 'heic' : null;
  return sniffText(latin(bytes, 0, pdfMarkWithin));
}

function isTiff(bytes: Uint8Array): boolean {
  return [
    [0x49, 0x49, 42, 0],
    [0x4d, 0x4d, 0, 42],
    [0x49, 0x49, 43, 0],
    [0x4d, 0x4d, 0, 43],
  ].some((mark) => startsWith(bytes, mark));
}

function isHeic(bytes: Uint8Array): boolean {
  const major = latin(bytes, 8, 4);
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const brands = [major];
  for (let at = 16; at + 4 <= Math.min(size, bytes.length, 256); at += 4) brands.push(latin(bytes, at, 4));
  if (avifBrands.has(major)) return false;
  const isAvif = brands.some((brand) => avifBrands.has(brand));
  return brands.some((brand) => heicBrands.has(brand) && !(isAvif && brand.endsWith('f1')));
}

/** A web page that mentions a PDF is a web page, so markup is looked for first. */
function sniffText(start: string): FileKind | null {
  const text = start.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<(!doctype html|html|head|body|svg|script)\b/i.test(text)) return null;
  if (/^<(\?xml\b|OfflinePaperlessKyc\b)/i.test(text)) return /<(html|svg)\b/i.test(text) ? null : 'xml';
  return start.includes('%PDF-') ? 'pdf' : null;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte);
}

/** One character a byte, so that no encoding can fail. */
function latin(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length));
}
