import type { MigrationWindow } from '../../../shared/domain/master.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';

export const presets = ['this-month', 'last-month', 'this-window', 'this-year', 'own'] as const;
export type Preset = (typeof presets)[number];

/** Both days counted. */
export interface Period {
  from: IsoDate;
  to: IsoDate;
}

/**
 * The days that a choice stands for; what runs still ends today. Null for one's own dates, and for the window where
 * none has opened yet.
 */
export function periodOf(preset: Preset, today: IsoDate, windows: readonly MigrationWindow[]): Period | null {
  switch (preset) {
    case 'this-month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'last-month':
      return monthBefore(today);
    case 'this-window':
      return windowPeriod(today, windows);
    case 'this-year':
      return { from: financialYearStart(today), to: today };
    case 'own':
      return null;
  }
}

/** The financial year runs from April to March. */
export function financialYearStart(today: IsoDate): IsoDate {
  const year = Number(today.slice(0, 4));
  const isBeforeApril = today.slice(5, 7) < '04';
  return `${isBeforeApril ? year - 1 : year}-04-01`;
}

function monthBefore(today: IsoDate): Period {
  const firstOfThis = Date.parse(`${today.slice(0, 7)}-01T00:00:00Z`);
  const to = new Date(firstOfThis - 86_400_000).toISOString().slice(0, 10);
  return { from: `${to.slice(0, 7)}-01`, to };
}

/** The window that opened last: the open one, or the one before it. Its decisions come until today. */
function windowPeriod(today: IsoDate, windows: readonly MigrationWindow[]): Period | null {
  const begun = windows.filter((window) => window.from <= today && window.from <= window.to);
  const latest = begun.sort((a, b) => b.from.localeCompare(a.from))[0];
  return latest ? { from: latest.from, to: today } : null;
}
