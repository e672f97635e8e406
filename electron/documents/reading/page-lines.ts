import type { PrintedLine } from '../../../shared/domain/documents/reading/printed-line.ts';
import { boxOfLine, type TextLine } from '../ocr/text-line.ts';

/** One line on the page: as the first engine read it and, where it was asked, the second. */
export interface PageLine {
  first: TextLine;
  second: TextLine | null;
}

/** As the pure part of the reading sees it. */
export function asPrintedLine({ first, second }: PageLine): PrintedLine {
  return {
    latin: first.text,
    second: second?.text ?? null,
    confidence: first.confidence,
    box: boxOfLine(first),
  };
}
