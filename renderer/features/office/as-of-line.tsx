import { useTranslation } from 'react-i18next';
import type { MasterState } from '../../../shared/ipc/views/office.ts';
import { formatDate, formatInstant, formatNumber } from '../../../shared/text/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { useMasterState } from './use-office.ts';

/** How many there are and of which day, and plainly when that day is too long ago to rest on. */
export function AsOfLine({ kind }: { kind: MasterState['kind'] }) {
  const { t } = useTranslation('office');
  const state = useMasterState(kind);
  if (state === undefined) return null;
  return (
    <p className="as-of row">
      <span>{t('entries', { count: state.count, shown: formatNumber(state.count) })}</span>
      <span className="muted">
        {state.asOf === null ? t('asOfUnknown') : t('asOf', { date: formatDate(state.asOf) })}
      </span>
      {state.receivedAt !== null && (
        <span className="muted">{t('receivedAt', { at: formatInstant(state.receivedAt) })}</span>
      )}
      {state.isStale && (
        <Badge tone="warn" icon="alert">
          {t('stale')}
        </Badge>
      )}
    </p>
  );
}
