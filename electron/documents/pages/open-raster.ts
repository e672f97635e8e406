import { documentLimits, type DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { decodeRaster } from './decode-raster.ts';
import type { OpenedDocument } from './opened-document.ts';
import { readJpegHeader } from './jpeg-header.ts';
import { faultOfSize } from './picture-size.ts';
import { readPngHeader } from './png-header.ts';
import { readTiffHeader, type TiffPage } from './tiff-header.ts';

type Opened = Result<OpenedDocument, DocumentFault>;

/** More bits a pixel than four channels of sixteen are no scan, and multiply the memory that a page takes. */
const mostBitsPerPixel = 64;

export function openJpeg(bytes: Uint8Array): Opened {
  const header = readJpegHeader(bytes);
  if (!header) return fail('damaged');
  const fault = faultOfSize(header);
  return fault ? fail(fault) : ok(rasterDocument('jpeg', bytes, [0], false));
}

export function openPng(bytes: Uint8Array): Opened {
  const header = readPngHeader(bytes);
  if (!header) return fail('damaged');
  const fault = faultOfSize(header);
  return fault ? fail(fault) : ok(rasterDocument('png', bytes, [0], header.isAnimated));
}

export function openTiff(bytes: Uint8Array): Opened {
  const pages = readTiffHeader(bytes);
  if (!pages) return fail('damaged');
  if (pages.length > documentLimits.pages) return fail('too-many-pages');
  for (const page of pages) {
    const fault = faultOfTiffPage(page);
    if (fault) return fail(fault);
  }
  const directories = pages.map(({ directory }) => directory);
  return ok(rasterDocument('tiff', bytes, directories, false));
}

function faultOfTiffPage(page: TiffPage): DocumentFault | null {
  const isHuge = page.bitsPerPixel > mostBitsPerPixel || page.blockPixels > documentLimits.pagePixels;
  return faultOfSize(page) ?? (isHuge ? 'too-many-pixels' : null);
}

function rasterDocument(
  kind: 'jpeg' | 'png' | 'tiff',
  bytes: Uint8Array,
  directories: readonly number[],
  hasMorePictures: boolean,
): OpenedDocument {
  return {
    kind,
    pageCount: directories.length,
    hasMorePictures,
    page: async (index, options = {}) => {
      const directory = directories[index];
      return directory === undefined ? fail('damaged') : decodeRaster(bytes, directory, options);
    },
    close: () => undefined,
  };
}
