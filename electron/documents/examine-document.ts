import type { DocumentFault } from '../../shared/domain/documents/document-fault.ts';
import { readingEngine, type DocumentReading } from '../../shared/domain/documents/document-reading.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Examine, ExamineContext } from './examine.ts';
import { pageHash } from './fingerprint/page-hash.ts';
import { openDocument } from './pages/open-document.ts';
import type { OpenedDocument } from './pages/opened-document.ts';

/** Opens a file and takes the fingerprints of its pages. Nothing is read from them yet, so nothing is masked. */
export const examineDocument: Examine = async ({ bytes, fileName }, context) => {
  context.progress({ step: 'opening', done: 0, total: 1 });
  const opened = await openDocument(bytes, {
    assets: context.assets,
    ...(fileName === null ? {} : { fileName }),
  });
  if (!opened.ok) return opened;
  try {
    const pages = await lookAtPages(opened.value, context);
    if (!pages.ok) return pages;
    const reading = readingOf(opened.value, pages.value);
    return ok({ reading, maskedPages: [], preview: null });
  } finally {
    opened.value.close();
  }
};

interface PageLook {
  width: number;
  height: number;
  hash: string;
}

async function lookAtPages(
  document: OpenedDocument,
  { progress, signal }: ExamineContext,
): Promise<Result<PageLook[], DocumentFault>> {
  const looks: PageLook[] = [];
  for (let index = 0; index < document.pageCount; index++) {
    if (signal.aborted) return fail('cancelled');
    progress({ step: 'pages', done: index, total: document.pageCount });
    const page = await document.page(index);
    if (!page.ok) return page;
    const { width, height } = page.value;
    looks.push({ width, height, hash: await pageHash(page.value) });
  }
  return ok(looks);
}

function readingOf(document: OpenedDocument, looks: PageLook[]): DocumentReading {
  return {
    engine: readingEngine,
    kind: 'unknown',
    pages: looks.map(({ width, height }) => ({ width, height })),
    code: null,
    fields: [],
    numberCheck: 'not-read',
    masking: { regions: [], residue: 0, wantsHand: looks.length > 0 },
    fingerprints: { pages: looks.map(({ hash }) => hash), photo: null },
    warnings: document.hasMorePictures ? ['pages-left-out'] : [],
  };
}
