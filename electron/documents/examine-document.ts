import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import { documentLimits } from '../../shared/domain/documents/document-fault.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { pinnedCertificates } from './aadhaar/pinned-certificates.ts';
import { readCertificate, type TrustedCertificate } from './aadhaar/trusted-certificate.ts';
import type { Examine, ExamineContext, Examined, ExamineInput } from './examine.ts';
import { asItLies, regionsAsTheyLie } from './examine/as-it-lies.ts';
import { examineEkyc } from './examine/examine-ekyc.ts';
import { enginesOf } from './examine/engines-of.ts';
import { joinPages } from './examine/join-pages.ts';
import { maskPages } from './examine/mask-pages.ts';
import { bestCode } from './examine/page-work.ts';
import { codePhotoHash } from './examine/code-photo-hash.ts';
import { readPages, type WorkedPage } from './examine/read-pages.ts';
import { openDocument } from './pages/open-document.ts';
import type { OpenedDocument } from './pages/opened-document.ts';

/**
 * Reads a file page by page, print and codes, then masks each page with what all of them told: a number that one page
 * shows badly another may have shown well.
 */
export const examineDocument: Examine = async (input, context) => {
  context.progress({ step: 'opening', done: 0, total: 1 });
  const { bytes, fileName } = input;
  const named = fileName === null ? {} : { fileName };
  const opened = await openDocument(bytes, { assets: context.assets, ...named });
  if (!opened.ok) return opened;
  const trust = trustOf(input);
  if (opened.value.kind === 'zip' || opened.value.kind === 'xml')
    return examineEkyc(input, opened.value.kind, trust, context);
  try {
    return await examinePages(input, opened.value, trust, context);
  } finally {
    opened.value.close();
  }
};

async function examinePages(
  input: ExamineInput,
  document: OpenedDocument,
  trust: readonly TrustedCertificate[],
  context: ExamineContext,
): Promise<Result<Examined, DocumentFault>> {
  if (document.pageCount > documentLimits.pages) return fail('too-many-pages');
  const engines = enginesOf(context.assets);
  const read = await readPages(document, trust, engines, context);
  if (!read.ok) return read;
  const masked = await maskPages(read.value, input, engines, context);
  if (!masked.ok) return masked;
  const { masking, pages } = masked.value;
  const isShownAsItLies = input.masked === null;
  const shown = isShownAsItLies ? read.value.map(asItLies) : read.value;
  const codes = shown.flatMap((page) => page.codes);
  const code = bestCode(codes);
  const reading = joinPages({
    pages: shown,
    code,
    codes,
    photo: await codePhotoHash(code?.code.photo ?? null),
    masking: isShownAsItLies
      ? { ...masking, regions: regionsAsTheyLie(masking.regions, read.value) }
      : masking,
    hasMorePictures: document.hasMorePictures,
  });
  const originalPages = input.wantOriginal ? await originalsOf(read.value) : [];
  return ok({ reading, maskedPages: pages, originalPages });
}

function trustOf({ trust }: ExamineInput): TrustedCertificate[] {
  const given = trust.flatMap((pem) => {
    const read = readCertificate(pem);
    return read.ok ? [read.value] : [];
  });
  return [...pinnedCertificates(), ...given];
}

async function originalsOf(pages: readonly WorkedPage[]): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  for (const page of pages) pictures.push(await page.picture.asJpeg());
  return pictures;
}
