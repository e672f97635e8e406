import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';
import type { PictureSize } from './picture-size.ts';
import { viewOf } from './view-of.ts';

export interface TiffPage extends PictureSize {
  /** Its place in the file's chain of directories, as a decoder counts. */
  directory: number;
  /** What one decoded pixel takes, and the most pixels of one tile or strip: a small picture may claim huge ones. */
  bitsPerPixel: number;
  blockPixels: number;
}

const tags = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  samples: 277,
  tileWidth: 322,
  tileHeight: 323,
} as const;

/** Bits of the subfile tag: a reduced copy of another page, a transparency mask. Neither is a page. */
const notAPage = 0b101;
const maxDirectories = documentLimits.pages * 4;
const maxEntries = 4096;

/** How classic TIFF and BigTIFF differ: the width of offsets and counts. */
interface Layout {
  view: DataView;
  isLittle: boolean;
  isBig: boolean;
}

/**
 * The pages of a TIFF by its directories, one more than are taken at the most; decodes nothing. Null for a chain that
 * loops, is endless or lacks a size.
 * @throws RangeError where the file ends before a directory.
 */
export function readTiffHeader(bytes: Uint8Array): TiffPage[] | null {
  const view = viewOf(bytes);
  const isLittle = view.getUint8(0) === 0x49;
  const layout = { view, isLittle, isBig: view.getUint16(2, isLittle) === 43 };
  const seen = new Set<number>();
  const pages: TiffPage[] = [];
  let at = readOffset(layout, layout.isBig ? 8 : 4);
  for (let directory = 0; at !== 0; directory++) {
    if (pages.length > documentLimits.pages) return pages;
    if (seen.has(at) || directory >= maxDirectories) return null;
    seen.add(at);
    const read = readDirectory(layout, at);
    if (!read) return null;
    const page = pageOf(read.values, directory);
    if (page === null) return null;
    if (page !== 'not-a-page') pages.push(page);
    at = read.next;
  }
  return pages.length > 0 ? pages : null;
}

function pageOf(values: Map<number, number>, directory: number): TiffPage | 'not-a-page' | null {
  if (((values.get(tags.subfile) ?? 0) & notAPage) !== 0) return 'not-a-page';
  const width = values.get(tags.width);
  const height = values.get(tags.height);
  if (width === undefined || height === undefined) return null;
  const tile = (values.get(tags.tileWidth) ?? 0) * (values.get(tags.tileHeight) ?? 0);
  const bitsPerPixel = (values.get(tags.bits) ?? 1) * (values.get(tags.samples) ?? 1);
  return { width, height, directory, bitsPerPixel, blockPixels: tile };
}

function readDirectory(layout: Layout, at: number): { values: Map<number, number>; next: number } | null {
  const { view, isLittle, isBig } = layout;
  const count = isBig ? Number(view.getBigUint64(at, isLittle)) : view.getUint16(at, isLittle);
  if (count === 0 || count > maxEntries) return null;
  const first = at + (isBig ? 8 : 2);
  const size = isBig ? 20 : 12;
  const values = new Map<number, number>();
  for (let entry = 0; entry < count; entry++) {
    const place = first + entry * size;
    const value = readValue(layout, place);
    if (value !== null) values.set(view.getUint16(place, isLittle), value);
  }
  return { values, next: readOffset(layout, first + count * size) };
}

/** The first value of an entry, where it is a whole number: all the tags we look at are. */
function readValue(layout: Layout, entry: number): number | null {
  const { view, isLittle, isBig } = layout;
  const type = view.getUint16(entry + 2, isLittle);
  const count = isBig ? Number(view.getBigUint64(entry + 4, isLittle)) : view.getUint32(entry + 4, isLittle);
  const width = { 1: 1, 3: 2, 4: 4, 16: 8 }[type];
  if (width === undefined || count === 0) return null;
  const here = entry + (isBig ? 12 : 8);
  const at = width * count <= (isBig ? 8 : 4) ? here : readOffset(layout, here);
  if (width === 1) return view.getUint8(at);
  if (width === 2) return view.getUint16(at, isLittle);
  return width === 4 ? view.getUint32(at, isLittle) : Number(view.getBigUint64(at, isLittle));
}

function readOffset({ view, isLittle, isBig }: Layout, at: number): number {
  return isBig ? Number(view.getBigUint64(at, isLittle)) : view.getUint32(at, isLittle);
}
