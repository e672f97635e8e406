import { useTranslation } from 'react-i18next';
import type { CourierProgress as Progress } from '../../../shared/ipc/views/courier.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

export function CourierProgress({ progress }: { progress: Progress | null }) {
  const { t } = useTranslation('courier');
  if (progress === null) return null;
  const { step, done, total } = progress;
  const isCounted = total !== null && total > 0;
  return (
    <ProgressBar
      label={t(`progress.${step}`)}
      value={isCounted ? done / total : null}
      {...(isCounted && { valueText: `${formatNumber(done)} / ${formatNumber(total)}` })}
    />
  );
}
