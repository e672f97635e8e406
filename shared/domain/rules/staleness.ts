import type { IsoDate } from '../values.ts';
import type { Doubt } from './make-result.ts';

const msPerDay = 86_400_000;

/** A kind of master data older than its days is stale, and what rests on it is unknown. */
export interface Currency {
  today: IsoDate;
  /** When the lists were last confirmed as a whole, for items without an `asOf`; null: treated as current. */
  windowsAsOf: IsoDate | null;
  ruleSetsAsOf: IsoDate | null;
  staleAfterDays: { figures: number; windows: number; ruleSets: number };
  /** Kinds of which a newer version came that could not be read: what is here is known to be superseded. */
  unreadable?: readonly CurrencyKind[];
}

/** First values of the settings. Figures are told monthly [planning guess]; the others matter when notified. */
export const firstStaleAfterDays = {
  figures: 45,
  windows: 30,
  ruleSets: 90,
} as const satisfies Currency['staleAfterDays'];

export type CurrencyKind = keyof Currency['staleAfterDays'];

/**
 * The doubt that data of `asOf` raises today, or that a newer version of it could not be read; null while it is
 * current, or nobody asks how current it is.
 */
export function staleDoubt(
  kind: CurrencyKind,
  asOf: IsoDate | null,
  currency: Currency | undefined,
): Doubt | null {
  if (currency?.unreadable?.includes(kind)) return { because: 'unreadable' };
  if (currency === undefined || asOf === null) return null;
  const staleAfter = currency.staleAfterDays[kind];
  if (daysBetween(asOf, currency.today) <= staleAfter) return null;
  return { because: 'stale', evidence: { dataOf: asOf, staleAfter } };
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / msPerDay);
}
