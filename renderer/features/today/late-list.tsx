import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LateRequest } from '../../../shared/domain/day/day-summary.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LateRow } from './late-row.tsx';
import { useRowKeys } from './use-row-keys.ts';

/** Rows drawn at a time; the longest late come first. */
const step = 100;

/** The escalation list: open requests whose 15th working day has gone by. */
export function LateList({ late }: { late: readonly LateRequest[] }) {
  const { t } = useTranslation('today');
  const [limit, setLimit] = useState(step);
  const shown = late.slice(0, limit);
  const { current, onKeyDown, onFocusRow } = useRowKeys(shown.length);
  if (late.length === 0) {
    return (
      <EmptyState icon="check-circle" title={t('late.none')}>
        {t('late.noneText')}
      </EmptyState>
    );
  }
  return (
    <div className="late-scroll">
      <table className="late-table">
        <caption className="muted">{t('late.intro')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('late.request')}</th>
            <th scope="col">{t('late.centre')}</th>
            <th scope="col">{t('late.status')}</th>
            <th scope="col">{t('late.received')}</th>
            <th scope="col">{t('late.due')}</th>
            <th scope="col" className="count">
              {t('late.daysLate')}
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {shown.map((request, index) => (
            <LateRow
              key={request.requestId}
              request={request}
              index={index}
              isCurrent={index === current}
              onFocus={onFocusRow}
            />
          ))}
        </tbody>
      </table>
      {late.length > shown.length && (
        <p className="late-more">
          <Button
            size="small"
            onPress={() => {
              setLimit(limit + step);
            }}
          >
            {t('late.more', { shown: formatNumber(shown.length), total: formatNumber(late.length) })}
          </Button>
        </p>
      )}
    </div>
  );
}
