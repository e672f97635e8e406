import { useTranslation } from 'react-i18next';
import type { Report } from '../../../shared/domain/report/report.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import { useLspName } from '../../app/use-lsp-name.ts';
import type { ChartSeries } from '../../ui/chart-bars.tsx';
import { columnSums } from './outcome-counts.ts';
import { ReportSection } from './report-section.tsx';

/** What lies before the office today, by target LSP and by age. */
export function BacklogSections({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'report']);
  const nameOf = useLspName();
  const piles: ChartSeries[] = [
    { id: 'toDo', label: t('report:columns.toDo'), look: 'solid' },
    { id: 'waiting', label: t('report:columns.waiting'), look: 'hatched' },
  ];
  const note = t('today', { date: formatDate(report.today) });
  const pendency = report.pendency.map(({ lspId, toDo, waiting, late }) => ({
    ...{ id: lspId, name: nameOf(lspId), cells: [toDo, waiting, toDo + waiting, late] },
  }));
  return (
    <>
      <ReportSection
        title={t('report:tables.pendency')}
        note={note}
        series={piles}
        chart={report.pendency.map(({ lspId, toDo, waiting }) => ({
          ...{ id: lspId, label: nameOf(lspId), values: [toDo, waiting], text: formatNumber(toDo + waiting) },
        }))}
        columns={[
          t('report:columns.lsp'),
          ...piles.map((pile) => pile.label),
          t('column.total'),
          t('report:columns.late'),
        ]}
        rows={pendency}
        total={{ id: 'total', name: t('column.total'), cells: columnSums(pendency.map((row) => row.cells)) }}
      />
      <ReportSection
        title={t('report:tables.ageing')}
        note={note}
        series={piles}
        chart={report.ageing.map(({ band, toDo, waiting }) => ({
          ...{
            id: band,
            label: t(`report:ageingBands.${band}`),
            values: [toDo, waiting],
            text: formatNumber(toDo + waiting),
          },
        }))}
        columns={[t('report:columns.ageingBand'), ...piles.map((pile) => pile.label), t('column.total')]}
        rows={report.ageing.map(({ band, toDo, waiting }) => ({
          ...{ id: band, name: t(`report:ageingBands.${band}`), cells: [toDo, waiting, toDo + waiting] },
        }))}
      />
    </>
  );
}
