import { maskedLast4 } from '../../../shared/domain/documents/reading/find-numbers.ts';
import { linesRightOf } from '../../../shared/domain/documents/reading/line-order.ts';
import type { RasterPage } from '../raster-page.ts';
import { last4BesideBar } from './black-bar.ts';
import { asPrintedLine, type PageLine } from './page-lines.ts';
import type { PageNumber } from './page-numbers.ts';

/** A number that came masked: what is left of it, and where. */
export interface CrossedOut {
  last4: string;
  line: PageLine;
}

/**
 * The number that came masked, by crosses or by a black bar. A bar alone says less: it counts only where no number can be
 * read anywhere on the page and no two bars leave different digits.
 */
export function crossedOut(
  page: RasterPage,
  lines: readonly PageLine[],
  numbers: readonly PageNumber[],
): CrossedOut | null {
  for (const line of lines) {
    const last4 = maskedLast4(line.first.text) ?? maskedLast4(line.second?.text ?? '');
    if (last4 !== null) return { last4, line };
  }
  if (numbers.some(({ isTelephone }) => !isTelephone)) return null;
  const barred = withoutVirtualIds(lines).flatMap((line) => {
    const last4 = last4BesideBar(page, line.first);
    return last4 === null ? [] : [{ last4, line }];
  });
  return new Set(barred.map(({ last4 }) => last4)).size === 1 ? (barred[0] ?? null) : null;
}

/** A virtual id under a bar says nothing of the number. */
function withoutVirtualIds(lines: readonly PageLine[]): PageLine[] {
  const printed = lines.map(asPrintedLine);
  const ids = printed.filter(({ latin, second }) => /(?<![a-z])v[i1l]d|virtual/i.test(`${latin} ${second}`));
  const beside = new Set([...ids, ...ids.flatMap((line) => linesRightOf(line, printed))]);
  const ofIds = new Set([...beside].map((line) => lines[printed.indexOf(line)]));
  return lines.filter((line) => !ofIds.has(line));
}
