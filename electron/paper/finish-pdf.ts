import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFContext,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib';
import type { Instant, Language } from '../../shared/domain/values.ts';
import { readOperations, writeOperations } from './content-stream.ts';
import { readToUnicode, type FontText } from './to-unicode.ts';
import { spanWords } from './word-spans.ts';

export interface PdfFacts {
  title: string;
  language: Language;
  madeAt: Instant;
}

export interface FinishedPdf {
  bytes: Uint8Array;
  pages: number;
}

/**
 * What Chromium printed, with each word whole for whoever searches or copies it, with title and language, and without
 * the name of a person or of a browser.
 * @throws Error when Chromium's PDF is not of the kind that is known here: a paper is made whole or not at all.
 */
export async function finishPdf(printed: Uint8Array, facts: PdfFacts): Promise<FinishedPdf> {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  const pages = document.getPages();
  for (const page of pages) rewritePage(document.context, page);
  document.setTitle(facts.title, { showInWindowTitleBar: true });
  document.setLanguage(facts.language === 'hi' ? 'hi-IN' : 'en-IN');
  document.setCreator('Migration Desk');
  document.setProducer('Migration Desk');
  document.setCreationDate(new Date(facts.madeAt));
  document.setModificationDate(new Date(facts.madeAt));
  return { bytes: await document.save(), pages: pages.length };
}

function rewritePage(context: PDFContext, page: PDFPage): void {
  const content = streamText(context, page.node.get(PDFName.of('Contents')));
  const fonts = fontsOf(context, page);
  const rewritten = writeOperations(spanWords(readOperations(content), fonts));
  const stream = context.flateStream(Buffer.from(rewritten, 'latin1'));
  page.node.set(PDFName.of('Contents'), context.register(stream));
}

function streamText(context: PDFContext, object: PDFObject | undefined): string {
  const found = context.lookup(object);
  if (found instanceof PDFArray) {
    return found
      .asArray()
      .map((part) => streamText(context, part))
      .join('\n');
  }
  if (!(found instanceof PDFRawStream)) throw new Error('PDF: a page without content');
  return Buffer.from(decodePDFRawStream(found).decode()).toString('latin1');
}

function fontsOf(context: PDFContext, page: PDFPage): Map<string, FontText> {
  const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
  const known = new Map<string, FontText>();
  for (const [name, reference] of fonts?.entries() ?? []) {
    const font = context.lookup(reference, PDFDict);
    const map = font.get(PDFName.of('ToUnicode'));
    const isWide = font.get(PDFName.of('Subtype')) === PDFName.of('Type0');
    const text = map ? readToUnicode(streamText(context, map)) : { textOf: new Map<number, string>() };
    known.set(name.decodeText(), { ...text, bytesPerCode: isWide ? 2 : 1 });
  }
  return known;
}
