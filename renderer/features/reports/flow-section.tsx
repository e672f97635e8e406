import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../shared/text/format.ts';
import { columnSums, countsOf, outcomeCounts, type OutcomeCounts } from './outcome-counts.ts';
import { ReportSection } from './report-section.tsx';

export interface FlowRow {
  id: string;
  name: string;
  received: number;
  counts: OutcomeCounts;
}

/** What came in and how it was decided, one line for each LSP or month. */
export function FlowSection({
  title,
  nameColumn,
  rows,
}: {
  title: string;
  nameColumn: string;
  rows: readonly FlowRow[];
}) {
  const { t } = useTranslation(['reports', 'report']);
  const series = outcomeCounts.map(({ field, outcome, look }) => ({
    ...{ id: field, label: t(`report:outcomes.${outcome}`), look },
  }));
  const lines = rows.map((row) => ({
    id: row.id,
    name: row.name,
    cells: [row.received, ...countsOf(row.counts)],
  }));
  return (
    <ReportSection
      title={title}
      series={series}
      chart={rows.map((row) => {
        const values = countsOf(row.counts);
        const decisions = values.reduce((sum, value) => sum + value, 0);
        return { id: row.id, label: row.name, values, text: formatNumber(decisions) };
      })}
      columns={[nameColumn, t('report:columns.received'), ...series.map((one) => one.label)]}
      rows={lines}
      total={{ id: 'total', name: t('column.total'), cells: columnSums(lines.map((line) => line.cells)) }}
    />
  );
}
