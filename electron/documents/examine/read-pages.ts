import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { turnBox } from '../../../shared/domain/documents/turn-box.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { TrustedCertificate } from '../aadhaar/trusted-certificate.ts';
import type { CodesOnPage } from '../codes/read-codes.ts';
import type { ExamineContext } from '../examine.ts';
import { pageHash } from '../fingerprint/page-hash.ts';
import type { OcrEngines } from '../ocr/ocr-engines.ts';
import type { QuarterTurns } from '../ocr/turn-page.ts';
import type { OpenedDocument } from '../pages/opened-document.ts';
import { readPage, type PageReading } from '../reading/read-page.ts';
import { holdPicture, type HeldPicture } from './held-picture.ts';
import type { ReadPage } from './join-pages.ts';
import { placedCodes, type PlacedCode } from './page-work.ts';

/** A page that was read and waits for its masking. */
export interface WorkedPage extends ReadPage {
  /** Without the picture, which `picture` holds. */
  print: Omit<PageReading, 'page'>;
  codes: PlacedCode[];
  picture: HeldPicture;
}

/** More pages than this are packed while they wait. */
const unpackedPages = 2;

export async function readPages(
  document: OpenedDocument,
  trust: readonly TrustedCertificate[],
  engines: OcrEngines,
  { assets, progress, signal }: ExamineContext,
): Promise<Result<WorkedPage[], DocumentFault>> {
  const pages: WorkedPage[] = [];
  // Each is opened while the second engine still reads the one before.
  let next = document.page(0);
  for (let place = 0; place < document.pageCount; place += 1) {
    if (signal.aborted) return fail('cancelled');
    // More often than the page's number changes: each is a sign of life, and a busy PC takes its time for each part.
    const sign = () => progress({ step: 'reading', done: place, total: document.pageCount });
    sign();
    // Its thread opens it meanwhile.
    await engines.tesseract();
    const opened = await next;
    if (!opened.ok) return opened;
    sign();
    // As the page lies, while its print is read.
    const found = engines.codes(opened.value);
    await engines.paddle();
    sign();
    const { page, ...print } = await readPage(opened.value, place, engines, () => {
      if (place + 1 < document.pageCount) next = document.page(place + 1);
    });
    const { kind, fields, numberCheck, warnings } = print;
    sign();
    const { read, unread } = upright(await found, place, print.turns);
    pages.push({
      ...{ width: page.width, height: page.height, kind, fields, numberCheck, warnings, print },
      hash: await pageHash(page),
      codes: await placedCodes(read, place, trust, assets),
      unreadCodes: unread,
      picture: await holdPicture(page, document.pageCount > unpackedPages),
    });
  }
  return ok(pages);
}

function upright({ read, unread }: CodesOnPage, page: number, turns: QuarterTurns) {
  return {
    read: read.map((code) => ({ ...code, box: turnBox({ page, ...code.box }, turns) })),
    unread: unread.map((box) => turnBox({ page, ...box }, turns)),
  };
}
