import hi from '../locales/hi/rules.json' with { type: 'json' };
import en from '../locales/en/rules.json' with { type: 'json' };
import type { Bilingual } from '../domain/values.ts';
import { fillText } from './fill-text.ts';

/** What stands beside a date whose count touched years without a recorded holiday list; null where there are none. */
export function holidayCaveat(unknownYears: readonly number[]): Bilingual | null {
  if (unknownYears.length === 0) return null;
  const years = unknownYears.join(', ');
  return { hi: fillText(hi.holidaysUnknown, { years }), en: fillText(en.holidaysUnknown, { years }) };
}
