import { useTranslation } from 'react-i18next';
import type { Report } from '../../../shared/domain/report/report.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { daysText } from './days-text.ts';
import { ReportSection } from './report-section.tsx';

/** How long decisions took, against the 7 to 15 working days of the process. */
export function TimeSection({ report }: { report: Report }) {
  const { t } = useTranslation('reports');
  const total = report.timeTaken.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => (total === 0 ? '–' : `${Math.round((count / total) * 100)}%`);
  return (
    <ReportSection
      title={t('section.time')}
      note={t('time.note')}
      series={[{ id: 'count', label: t('column.decisions'), look: 'solid' }]}
      chart={report.timeTaken.map(({ band, count }) => ({
        ...{ id: band, label: t(`time.${band}`), values: [count] },
        text: `${formatNumber(count)} (${share(count)})`,
      }))}
      columns={[t('column.time'), t('column.decisions'), t('column.share')]}
      rows={
        total === 0
          ? []
          : report.timeTaken.map(({ band, count }) => ({
              ...{ id: band, name: t(`time.${band}`), cells: [count, share(count)] },
            }))
      }
    >
      <p>
        <strong>{t('time.median', { days: daysText(report.medianDays, t) })}</strong>
      </p>
    </ReportSection>
  );
}
