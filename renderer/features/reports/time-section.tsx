import { useTranslation } from 'react-i18next';
import type { Report } from '../../../shared/domain/report/report.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { daysText } from './days-text.ts';
import { ReportSection } from './report-section.tsx';

/** How long decisions took, against the 7 to 15 working days of the process. */
export function TimeSection({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'report']);
  const total = report.timeTaken.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => (total === 0 ? '–' : `${Math.round((count / total) * 100)}%`);
  return (
    <ReportSection
      title={t('report:tables.timeTaken')}
      note={t('time.note')}
      series={[{ id: 'count', label: t('report:columns.count'), look: 'solid' }]}
      chart={report.timeTaken.map(({ band, count }) => ({
        ...{ id: band, label: t(`report:takenBands.${band}`), values: [count] },
        text: `${formatNumber(count)} (${share(count)})`,
      }))}
      columns={[t('report:columns.takenBand'), t('report:columns.count'), t('column.share')]}
      rows={
        total === 0
          ? []
          : report.timeTaken.map(({ band, count }) => ({
              ...{ id: band, name: t(`report:takenBands.${band}`), cells: [count, share(count)] },
            }))
      }
    >
      <p>
        <strong>{t('time.median', { days: daysText(report.medianDays, t) })}</strong>
      </p>
    </ReportSection>
  );
}
