import type { ReconciliationLine } from '../domain/transfer/transfer.ts';
import { formatNumber, formatRupees } from './format.ts';

/** The difference of a line with its sign, on the screen as on paper; a dash where nothing is counted. */
export function differenceWords({
  unit,
  difference,
}: Pick<ReconciliationLine, 'unit' | 'difference'>): string {
  if (difference === null) return '–';
  const amount = unit === 'paise' ? formatRupees(Math.abs(difference)) : formatNumber(Math.abs(difference));
  if (difference === 0) return amount;
  return `${difference > 0 ? '+' : '−'}${amount}`;
}
