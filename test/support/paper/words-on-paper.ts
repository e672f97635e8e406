import type { Block, Paper, Words } from '../../../shared/paper/paper.ts';
import { paperText } from '../../../shared/paper/paper-text.ts';
import { paperWords } from '../../../shared/paper/paper-words.ts';
import { fillText } from '../../../shared/text/fill-text.ts';

/** The words that a printed paper must hold, in no order: its blocks, and on each page its foot and its watermark. */
export function wordsOnPaper(paper: Paper, pages: number): string[] {
  const perPage = Array.from({ length: pages }, (_, index) => [
    paper.footer,
    fillText(paperWords(paper.language).page, { page: String(index + 1), pages: String(pages) }),
    paper.watermark ?? '',
  ]);
  return wordsIn([...paper.blocks.flatMap(textsOf), ...perPage.flat()]);
}

/** The words of a table's head, which stands once more on each further page of its table. */
export function headWords(paper: Paper): string[] {
  return wordsIn(
    paper.blocks.flatMap((block) => (block.kind === 'table' ? block.columns.map(({ head }) => head) : [])),
  );
}

export function wordsIn(texts: readonly Words[]): string[] {
  return texts.flatMap((text) => paperText(text).split(/\s+/)).filter((word) => word !== '');
}

/** Chromium writes the numbers of ordered lists (`1.`, `2.` …), and draws the dots of the others. */
function textsOf(block: Block): Words[] {
  switch (block.kind) {
    case 'letterhead':
      return block.lines;
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'ends':
      return [block.start, block.end];
    case 'notice':
      return [block.title, block.text];
    case 'list':
      return block.items.map((item, index) => (block.ordered ? `${index + 1}. ${item}` : item));
    case 'facts':
      return block.rows.flatMap(({ label, value }) => [label, value]);
    case 'table':
      return [
        block.caption,
        ...block.columns.map(({ head }) => head),
        ...block.rows.flat(),
        ...(block.totals ?? []),
      ];
    case 'closing':
      return [...(block.code ? [block.code.caption] : []), ...block.signature];
  }
}
