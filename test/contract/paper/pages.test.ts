import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printPaper } from '../../../electron/paper/print-paper.ts';
import type { Block } from '../../../shared/paper/paper.ts';
import { startChromiumPress, type ChromiumPress } from '../../support/paper/chromium-press.ts';
import { pdfPageWords } from '../../support/paper/read-pdf.ts';
import { sampleNames } from '../../support/paper/sample-names.ts';
import { samplePapers } from '../../support/paper/sample-papers.ts';
import { usualOrder } from '../../support/paper/usual-order.ts';
import { wordsIn } from '../../support/paper/words-on-paper.ts';

let chromium: ChromiumPress;
beforeAll(async () => {
  chromium = await startChromiumPress();
});
afterAll(() => chromium.close());

const madeAt = '2026-10-13T09:30:00.000Z';
const languages = [
  ['hi', 'hi-IN'],
  ['en', 'en-IN'],
] as const;

describe.each(languages)('in %s', (language, tag) => {
  test.each(Object.entries(samplePapers(language, sampleNames.slice(0, 6))))(
    'the %s says its language and its title to a reader',
    async (_, paper) => {
      const { bytes } = await printPaper(chromium.press, paper, madeAt);
      const document = await PDFDocument.load(bytes, { updateMetadata: false });
      const said = document.catalog.lookup(PDFName.of('Lang'));
      expect(said instanceof PDFString || said instanceof PDFHexString ? said.decodeText() : said).toBe(tag);
      expect(document.getTitle()).toBe(paper.title);
    },
  );

  test.each(['approve', 'reject', 'return'] as const)(
    'the usual order (%s) has two pages, the second with more than a signature',
    async (outcome) => {
      const paper = usualOrder(language, outcome);
      const { bytes, pages } = await printPaper(chromium.press, paper, madeAt);
      expect(pages).toBe(2);
      const second = pdfPageWords(bytes, 2);
      for (const word of wordsIn(signatureOf(paper.blocks))) expect(second).toContain(word);
      expect(second.length).toBeGreaterThan(60);
    },
  );

  test('a signature never stands alone on a page, however long what goes before it is', async () => {
    for (let rows = 8; rows <= 26; rows += 3) {
      const paper = { ...usualOrder(language, 'approve'), blocks: longLetter(rows, language) };
      const { bytes, pages } = await printPaper(chromium.press, paper, madeAt);
      const last = pdfPageWords(bytes, pages);
      expect(last.length, `${rows} rows`).toBeGreaterThan(
        wordsIn([...signatureOf(paper.blocks), paper.footer]).length + 4,
      );
    }
  });
});

function signatureOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (block.kind === 'closing' ? block.signature : []));
}

function longLetter(rows: number, language: 'hi' | 'en'): Block[] {
  const blocks = usualOrder(language, 'approve').blocks;
  const closing = blocks.filter(({ kind }) => kind === 'closing');
  const facts = Array.from({ length: rows }, (_, row) => ({
    label: `नमूना ${row}`,
    value: 'नमूना सामग्री यहाँ',
  }));
  return [...blocks.slice(0, 5), { kind: 'facts', rows: facts }, ...closing];
}
