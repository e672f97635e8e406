import type { DecisionState } from '../../../shared/domain/decision.ts';
import type { LspId } from '../../../shared/domain/ids.ts';
import type { KioskCategory } from '../../../shared/domain/request.ts';
import { queryWords } from '../../../shared/domain/search-tokens.ts';
import type { Pile, SlimRow } from '../../../shared/domain/slim-row.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { bandDates, type AgeingBand } from './ageing.ts';

/** What the officer narrows the list by; null is "all". */
export interface QueueFilters {
  ageing: AgeingBand | null;
  lspId: LspId | null;
  area: SlimRow['area'] | null;
  category: KioskCategory | null;
  decision: DecisionState | null;
}

export const noFilters: QueueFilters = {
  ageing: null,
  lspId: null,
  area: null,
  category: null,
  decision: null,
};

/** A range of one compound index of the read model; its last part is the due date, so that it comes sorted. */
export interface IndexRange {
  index: string;
  /** The parts before the due date. */
  prefix: readonly string[];
  from: IsoDate | null;
  to: IsoDate | null;
}

export interface QueueQuery {
  /** At least one; a row must lie in each. The first gives the order. */
  ranges: readonly [IndexRange, ...IndexRange[]];
  /** A row must hold a token that begins with each of these. */
  words: readonly string[];
  /** Done requests come newest first, the others by the nearest due date. */
  isNewestFirst: boolean;
}

export interface Days {
  today: IsoDate;
  soonEnd: IsoDate;
}

/** @param days null until the main process has said what day it is; then no ageing can be judged. */
export function planQuery(pile: Pile, filters: QueueFilters, typed: string, days: Days | null): QueueQuery {
  const dates =
    filters.ageing !== null && days !== null
      ? bandDates(filters.ageing, days.today, days.soonEnd)
      : { from: null, to: null };
  const narrowed = equalities(filters).map(([field, value]) => ({
    index: `[pile+${field}+dueOn]`,
    prefix: [pile, value],
    ...dates,
  }));
  const [first, ...rest] = narrowed;
  return {
    ranges: first ? [first, ...rest] : [{ index: '[pile+dueOn]', prefix: [pile], ...dates }],
    words: wordsTyped(typed),
    isNewestFirst: pile === 'done',
  };
}

/** A kiosk code in any form, whole or still being typed (`के 110`, `k-1103`), is one word; the rest is split. */
export function wordsTyped(typed: string): string[] {
  const compact = typed
    .normalize('NFKC')
    .replace(/[\u0966-\u096F]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[\s.\-–—_/]/g, '')
    .replace(/^के/u, 'K')
    .toLowerCase();
  return /^(k\d{1,9}|d\d{1,2}k?\d{0,4})$/.test(compact) ? [compact] : queryWords(typed);
}

/** The most telling first: fewer keys to read before the others are crossed with them. */
function equalities(filters: QueueFilters): [string, string][] {
  const pairs: [string, string | null][] = [
    ['decision.state', filters.decision],
    ['targetLspId', filters.lspId],
    ['category', filters.category],
    ['area', filters.area],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== null);
}

export function isFiltered(filters: QueueFilters, typed: string): boolean {
  return wordsTyped(typed).length > 0 || Object.values(filters).some((value) => value !== null);
}
