import type { RuleResult } from '../rule-result.ts';
import type { IsoDate } from '../values.ts';
import { makeResult } from './make-result.ts';
import type { RuleWindow } from './rule-subject.ts';
import { staleDoubt, type Currency } from './staleness.ts';

/** With both its dates, the first not after the last. */
type SoundWindow = RuleWindow & { from: IsoDate; to: IsoDate };

/**
 * Whether the application date lies in a notified window, both ends counted. Rests on the order that notified the
 * window: the one that holds the date, else the nearest. A window that lacks a date or ends before it begins holds no
 * day, but while there is one nobody can say that the application lies outside.
 */
export function windowRule(
  appliedOn: IsoDate | null,
  windows: readonly RuleWindow[],
  currency: Currency | undefined,
): RuleResult {
  const sound = windows.filter(isSound);
  const ofWindow = (window: RuleWindow) => window.asOf ?? currency?.windowsAsOf ?? null;
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
function listConfirmedOn(windows: readonly RuleWindow[], currency: Currency | undefined): IsoDate | null {
  const days = windows.map((window) => window.asOf ?? currency?.windowsAsOf ?? null);
  return days.sort(newestFirst)[0] ?? null;
}

/** No date at all is treated as current, so it comes first. */
function newestFirst(a: IsoDate | null, b: IsoDate | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  return a > b ? -1 : 1;
}

function nearest(date: IsoDate, windows: readonly SoundWindow[]): SoundWindow | undefined {
  return [...windows].sort((a, b) => distance(date, a) - distance(date, b))[0];
}

function distance(date: IsoDate, { from, to }: SoundWindow): number {
  const gap = date < from ? Date.parse(from) - Date.parse(date) : Date.parse(date) - Date.parse(to);
  return Math.max(0, gap);
}

function isSound(window: RuleWindow): window is SoundWindow {
  return window.from !== null && window.to !== null && window.from <= window.to;
}
