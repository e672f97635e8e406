import { documentLimits, type DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { DocumentAssets } from '../document-assets.ts';
import type { OpenedDocument } from './opened-document.ts';
import { startPdfium, type Pdfium } from './pdfium-engine.ts';
import { renderPdfPage, type LoadedPdf } from './render-pdf-page.ts';

/** FPDF_GetLastError: a password is wanted; an encryption that PDFium does not know. */
const passwordWanted = 4;
const unknownSecurity = 5;

/** Opens a PDF without a password: one that only restricts printing opens, one that must be unlocked is `locked`. */
export async function openPdf(
  bytes: Uint8Array,
  assets: DocumentAssets,
): Promise<Result<OpenedDocument, DocumentFault>> {
  const pdfium = await startPdfium(assets);
  const loaded = load(pdfium, bytes);
  if (!loaded.ok) return loaded;
  const pageCount = pdfium._FPDF_GetPageCount(loaded.value);
  if (pageCount < 1) return fail('damaged');
  if (pageCount > documentLimits.pages) return fail('too-many-pages');
  let open: LoadedPdf | null = { pdfium, document: loaded.value, form: startForm(pdfium, loaded.value) };
  return ok({
    kind: 'pdf',
    pageCount,
    hasMorePictures: false,
    page: async (index, options = {}) => {
      if (!open || index < 0 || index >= pageCount) return fail('damaged');
      const page = renderPdfPage(open, index, options);
      if (page === 'engine-died') open = null;
      return page === 'engine-died' || page === null ? fail('damaged') : ok(page);
    },
    // The engine goes whole: its memory is the document's.
    close: () => {
      open = null;
    },
  });
}

function load(pdfium: Pdfium, bytes: Uint8Array): Result<number, DocumentFault> {
  try {
    const at = pdfium.wasmExports.malloc(bytes.length);
    if (at === 0) return fail('damaged');
    pdfium.HEAPU8.set(bytes, at);
    const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
    if (document !== 0) return ok(document);
    const why = pdfium._FPDF_GetLastError();
    return fail(why === passwordWanted || why === unknownSecurity ? 'locked' : 'damaged');
  } catch {
    return fail('damaged');
  }
}

/** Bytes of FPDF_FORMFILLINFO, generously, and the version of it that PDFium takes without callbacks. */
const formInfoBytes = 256;
const formInfoVersion = 2;

/** Without it what was typed into a form's fields is not drawn, and would escape both reading and masking. */
function startForm(pdfium: Pdfium, document: number): number {
  const at = pdfium.wasmExports.malloc(formInfoBytes);
  if (at === 0) return 0;
  pdfium.HEAPU8.fill(0, at, at + formInfoBytes);
  pdfium.HEAP32[at >> 2] = formInfoVersion;
  return pdfium._FPDFDOC_InitFormFillEnvironment(document, at);
}
