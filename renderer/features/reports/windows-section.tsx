import { useTranslation } from 'react-i18next';
import type { Report, WindowFigures } from '../../../shared/domain/report/report.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import { daysText } from './days-text.ts';
import { ReportSection } from './report-section.tsx';

const measures = ['received', 'approved', 'rejected', 'returned', 'held', 'open', 'late'] as const;

/** This window beside the one before it. */
export function WindowsSection({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'report']);
  const { thisWindow, lastWindow } = report;
  const valueOf = (window: WindowFigures | null, measure: (typeof measures)[number]) =>
    window?.[measure] ?? 0;
  const head = (window: WindowFigures | null) => (window === null ? t('report:noWindow') : spanOf(window));
  const cellOf = (window: WindowFigures | null, measure: (typeof measures)[number]) =>
    window === null ? '–' : window[measure];
  const rows = measures.map((measure) => ({
    ...{ id: measure, name: t(`report:columns.${measure}`) },
    cells: [cellOf(thisWindow, measure), cellOf(lastWindow, measure)],
  }));
  const median = {
    ...{ id: 'median', name: t('report:rows.medianDays') },
    cells: [thisWindow, lastWindow].map((window) => (window === null ? '–' : daysText(window.medianDays, t))),
  };
  return (
    <ReportSection
      title={t('report:tables.windows')}
      note={t('windows.note')}
      arrangement="grouped"
      series={[
        { id: 'this', label: `${t('report:columns.thisWindow')}: ${head(thisWindow)}`, look: 'solid' },
        { id: 'last', label: `${t('report:columns.lastWindow')}: ${head(lastWindow)}`, look: 'hatched' },
      ]}
      chart={measures.map((measure) => {
        const values = [valueOf(thisWindow, measure), valueOf(lastWindow, measure)];
        return {
          id: measure,
          label: t(`report:columns.${measure}`),
          values,
          text: values.map(formatNumber).join(' / '),
        };
      })}
      columns={[t('report:columns.item'), t('report:columns.thisWindow'), t('report:columns.lastWindow')]}
      rows={thisWindow === null ? [] : [...rows, median]}
    />
  );
}

function spanOf({ from, to }: WindowFigures): string {
  return `${formatDate(from)} – ${formatDate(to)}`;
}
