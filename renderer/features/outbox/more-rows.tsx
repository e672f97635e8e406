import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';

/** Below a list of which only the first rows are drawn; nothing when these are all. */
export function MoreRows({ shown, total, onMore }: { shown: number; total: number; onMore: () => void }) {
  const { t } = useTranslation('outbox');
  if (shown >= total) return null;
  return (
    <div className="row more-rows">
      <span className="muted">
        {t('filter.shown', { shown: formatNumber(shown), total: formatNumber(total) })}
      </span>
      <Button size="small" icon="chevron-down" onPress={onMore}>
        {t('filter.more')}
      </Button>
    </div>
  );
}
