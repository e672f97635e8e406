import type { TFunction } from 'i18next';
import type { PullSize } from '../../../shared/sync/pull-size.ts';
import { formatBytes, formatNumber } from '../../../shared/text/format.ts';

type Words = TFunction<'outbox'>;

/** How much, always as about or as a range: it is an estimate. */
export function amountWords({ bytesFrom, bytesTo }: PullSize, t: Words): string {
  const [from, to] = [formatBytes(bytesFrom), formatBytes(bytesTo)];
  return from === to ? t('pull.about', { amount: to }) : t('pull.range', { from, to });
}

export function itemWords({ items, scans }: PullSize, t: Words): string {
  const parts = [
    ...(items > 0 ? [t('pull.items', { count: items, number: formatNumber(items) })] : []),
    ...(scans > 0 ? [t('pull.scans', { count: scans, number: formatNumber(scans) })] : []),
  ];
  return parts.join(t('pull.and'));
}

/** At the speed that was measured; rounded up, and in hours where minutes would say too much. */
export function timeWords({ secondsFrom, secondsTo }: PullSize, t: Words): string {
  if (secondsFrom === null || secondsTo === null) return t('pull.noSpeed');
  const isLong = secondsTo > 3 * 3600;
  const per = isLong ? 3600 : 60;
  const [from, to] = [Math.max(1, Math.floor(secondsFrom / per)), Math.max(1, Math.ceil(secondsTo / per))];
  const unit = isLong ? 'hours' : 'minutes';
  if (from === to) return t(`pull.${unit}`, { count: to, number: formatNumber(to) });
  return t(`pull.${unit}Range`, { from: formatNumber(from), to: formatNumber(to) });
}
