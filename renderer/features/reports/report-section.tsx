import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { ChartBars, type ChartRow, type ChartSeries } from '../../ui/chart-bars.tsx';
import { ReportTable, type ReportTableProps } from './report-table.tsx';

/** More bars than this are no picture any more; the table has them all. */
const mostBars = 16;

export interface ReportSectionProps extends Omit<ReportTableProps, 'caption'> {
  title: string;
  note?: string;
  series: readonly ChartSeries[];
  chart: readonly ChartRow[];
  arrangement?: 'stacked' | 'grouped';
  children?: ReactNode;
}

/** One question of the report: a picture, and the same figures as a table beside it. */
export function ReportSection({
  title,
  note,
  series,
  chart,
  arrangement,
  children,
  ...table
}: ReportSectionProps) {
  const { t } = useTranslation(['reports', 'report']);
  const isEmpty = table.rows.length === 0;
  const bars = chart.slice(0, mostBars);
  const hidden = chart.length - bars.length;
  return (
    <section className="report-section">
      <h2>{title}</h2>
      {note !== undefined && <p className="muted">{note}</p>}
      {isEmpty ? (
        <p>{t('nothing')}</p>
      ) : (
        <div className="report-pair">
          <div>
            <ChartBars
              summary={t('chartSummary', {
                title,
                rows: bars.map((bar) => `${bar.label} ${bar.text}`).join('; '),
              })}
              series={series}
              rows={bars}
              {...(arrangement && { arrangement })}
            />
            {hidden > 0 && (
              <p className="muted">{t('moreInTable', { count: hidden, shown: formatNumber(hidden) })}</p>
            )}
            {children}
          </div>
          <ReportTable caption={title} {...table} />
        </div>
      )}
    </section>
  );
}
