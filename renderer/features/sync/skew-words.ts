import type { TFunction } from 'i18next';
import { formatNumber } from '../../../shared/text/format.ts';

const minutesPerHour = 60;
const minutesPerDay = 24 * minutesPerHour;

/** How far a clock is off, in its two largest units: `3 h 12 min`, `9 d 4 h`. @param minutes either way. */
export function skewWords(minutes: number, t: TFunction<'sync'>): string {
  const off = Math.abs(minutes);
  const [days, hours] = [Math.floor(off / minutesPerDay), Math.floor((off % minutesPerDay) / minutesPerHour)];
  const units = [
    { name: 'days', count: days },
    { name: 'hours', count: hours },
    { name: 'minutes', count: off % minutesPerHour },
  ] as const;
  const first = units.findIndex(({ count }) => count > 0);
  return units
    .slice(Math.max(first, 0), Math.max(first, 0) + 2)
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => t(`skewUnit.${name}`, { number: formatNumber(count) }))
    .join(' ');
}
