import type { MigrationWindow } from '../master.ts';
import type { RuleResult } from '../rule-result.ts';
import type { IsoDate } from '../values.ts';
import { makeResult } from './make-result.ts';
import { staleDoubt, type Currency } from './staleness.ts';

/**
 * Whether the application date lies in a notified window, both ends counted. Rests on the order that notified the
 * window: the one that holds the date, else the nearest. A window that ends before it begins holds no date, but while
 * there is one nobody can say that the date is outside.
 */
export function windowRule(
  appliedOn: IsoDate | null,
  windows: readonly MigrationWindow[],
  currency: Currency | undefined,
): RuleResult {
  const sound = windows.filter(({ from, to }) => from <= to);
  const ofWindow = (window: MigrationWindow) => window.asOf ?? currency?.windowsAsOf ?? null;
  const holding = sound
    .filter(({ from, to }) => appliedOn !== null && from <= appliedOn && appliedOn <= to)
    .sort((a, b) => newestFirst(ofWindow(a), ofWindow(b)))[0];
  const shown = holding ?? (appliedOn === null ? undefined : nearest(appliedOn, sound));
  const confirmedOn = holding ? ofWindow(holding) : listConfirmedOn(windows, currency);
  return makeResult('window', {
    doubts: [
      windows.length === 0 && 'noWindows',
      appliedOn === null && 'noApplicationDate',
      holding === undefined && sound.length < windows.length && 'windowFaulty',
      staleDoubt('windows', confirmedOn, currency),
    ],
    holds: holding !== undefined,
    because: holding ? 'inside' : 'outside',
    evidence: { appliedOn, from: shown?.from ?? null, to: shown?.to ?? null },
    asOf: confirmedOn ?? shown?.orderDate ?? null,
    orderNo: shown?.orderNo ?? null,
  });
}

/**
 * A list says what is not in it as of the last day on which anything of it was confirmed; null, treated as current,
 * where an item has no date of its own and the list has none.
 */
function listConfirmedOn(
  windows: readonly MigrationWindow[],
  currency: Currency | undefined,
): IsoDate | null {
  const days = windows.map((window) => window.asOf ?? currency?.windowsAsOf ?? null);
  return days.sort(newestFirst)[0] ?? null;
}

/** No date at all is treated as current, so it comes first. */
function newestFirst(a: IsoDate | null, b: IsoDate | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a > b ? -1 : 1;
}

function nearest(date: IsoDate, windows: readonly MigrationWindow[]): MigrationWindow | undefined {
  return [...windows].sort((a, b) => distance(date, a) - distance(date, b))[0];
}

function distance(date: IsoDate, { from, to }: MigrationWindow): number {
  const gap = date < from ? Date.parse(from) - Date.parse(date) : Date.parse(date) - Date.parse(to);
  return Math.max(0, gap);
}
