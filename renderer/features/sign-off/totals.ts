import type { TFunction } from 'i18next';
import { outcome } from '../../../shared/domain/decision.ts';
import type { SignOffItem } from '../../../shared/ipc/views/sign-off.ts';
import { formatNumber } from '../../../shared/text/format.ts';

/** How many of each outcome are among these, in one line; outcomes that are not there are left out. */
export function totalsLine(
  items: readonly Pick<SignOffItem, 'outcome'>[],
  t: TFunction<['sign-off', 'common']>,
): string {
  const parts = outcome.options.flatMap((each) => {
    const count = items.filter((item) => item.outcome === each).length;
    if (count === 0) return [];
    return [t('totalOf', { outcome: t(`common:outcomeDone.${each}`), number: formatNumber(count) })];
  });
  return parts.length === 0 ? t('noneChosen') : t('totals', { list: parts.join(' · ') });
}
