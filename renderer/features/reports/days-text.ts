import type { TFunction } from 'i18next';

/** A median of working days, which may be a half; in words where nothing was decided. */
export function daysText(days: number | null, t: TFunction<['reports', 'report']>): string {
  if (days === null) return t('time.noDays');
  return t('time.days', { days: String(Math.round(days * 10) / 10) });
}
