import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';
import type { RasterPage } from '../raster-page.ts';
import type { PageOptions } from './opened-document.ts';
import type { Pdfium } from './pdfium-engine.ts';

/** Codes of Aadhaar size are read from whole pages at 300 dpi, and not safely below. */
const usualDpi = 300;
const pointsPerInch = 72;

/** Three bytes a pixel; with the flag below, red first. */
const formatBgr = 2;
const annotations = 0x01;
const redFirst = 0x10;
const white = 0xffffffff;

/** A document in its own engine; `form` is 0 where its fields cannot be drawn. */
export interface LoadedPdf {
  pdfium: Pdfium;
  document: number;
  form: number;
}

/**
 * Renders a page as people see it: turned as its `Rotate` says, with what was written into its form fields. A page
 * that is too large for the limits is rendered at a lower resolution: `MediaBox` is only a number in a file.
 *
 * @returns null for a page that cannot be read; `engine-died` when PDFium must not be used again.
 */
export function renderPdfPage(
  { pdfium, document, form }: LoadedPdf,
  index: number,
  { maxDpi = usualDpi }: PageOptions,
): RasterPage | null | 'engine-died' {
  try {
    const page = pdfium._FPDF_LoadPage(document, index);
    if (page === 0) return null;
    const size = sizeAt(
      { width: pdfium._FPDF_GetPageWidth(page), height: pdfium._FPDF_GetPageHeight(page) },
      Math.min(usualDpi, maxDpi),
    );
    const pixels = size && draw({ pdfium, page, form }, size);
    pdfium._FPDF_ClosePage(page);
    return size && pixels && { ...size, pixels };
  } catch {
    return 'engine-died';
  }
}

type Size = Omit<RasterPage, 'pixels'> & { dotsPerInch: number };

function sizeAt(points: { width: number; height: number }, wantedDpi: number): Size | null {
  if (!(points.width > 0 && points.height > 0)) return null;
  const squareInches = (points.width * points.height) / pointsPerInch ** 2;
  const dotsPerInch = Math.min(wantedDpi, Math.sqrt(documentLimits.pagePixels / squareInches));
  const pixels = (length: number) => Math.max(1, Math.floor((length * dotsPerInch) / pointsPerInch));
  const width = pixels(points.width);
  const height = pixels(points.height);
  // A strip a mile long and a point wide.
  if (width * height > documentLimits.pagePixels) return null;
  return { width, height, dotsPerInch };
}

interface LoadedPage {
  pdfium: Pdfium;
  page: number;
  form: number;
}

function draw({ pdfium, page, form }: LoadedPage, { width, height }: Size): Uint8Array | null {
  const stride = width * 3;
  const buffer = pdfium.wasmExports.malloc(stride * height);
  if (buffer === 0) return null;
  const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, formatBgr, buffer, stride);
  if (bitmap === 0) return null;
  pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
  pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, annotations | redFirst);
  if (form !== 0) {
    pdfium._FORM_OnAfterLoadPage(page, form);
    pdfium._FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, redFirst);
    pdfium._FORM_OnBeforeClosePage(page, form);
  }
  const pixels = pdfium.HEAPU8.slice(buffer, buffer + stride * height);
  pdfium._FPDFBitmap_Destroy(bitmap);
  pdfium.wasmExports.free(buffer);
  return pixels;
}
