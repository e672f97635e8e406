import { useTranslation } from 'react-i18next';
import type { Report } from '../../../shared/domain/report/report.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { FlowSection } from './flow-section.tsx';
import { ReportSection } from './report-section.tsx';
import { useLspName } from '../../app/use-lsp-name.ts';

/** What was decided in the period: by outcome, by reason, by month and by LSP. */
export function DecisionSections({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'report']);
  const nameOf = useLspName();
  const byLsp = (rows: Report['byTargetLsp']) =>
    rows.map((row) => ({ id: row.lspId, name: nameOf(row.lspId), received: row.received, counts: row }));
  const decided = report.byOutcome.filter(({ count }) => count > 0);
  return (
    <>
      <ReportSection
        title={t('report:tables.byOutcome')}
        series={[{ id: 'count', label: t('report:columns.count'), look: 'solid' }]}
        chart={decided.map(({ outcome, count }) => ({
          ...{
            id: outcome,
            label: t(`report:outcomes.${outcome}`),
            values: [count],
            text: formatNumber(count),
          },
        }))}
        columns={[t('report:columns.outcome'), t('report:columns.count')]}
        rows={decided.map(({ outcome, count }) => ({
          ...{ id: outcome, name: t(`report:outcomes.${outcome}`), cells: [count] },
        }))}
      />
      <ReasonSection report={report} />
      <FlowSection
        title={t('report:tables.byTargetLsp')}
        nameColumn={t('report:columns.lsp')}
        rows={byLsp(report.byTargetLsp)}
      />
      <FlowSection
        title={t('report:tables.byCurrentLsp')}
        nameColumn={t('report:columns.lsp')}
        rows={byLsp(report.byCurrentLsp)}
      />
      <FlowSection
        title={t('report:tables.byMonth')}
        nameColumn={t('report:columns.month')}
        rows={report.byMonth.map((row) => ({
          ...{ id: row.month, name: monthName(row.month), received: row.received, counts: row },
        }))}
      />
    </>
  );
}

function ReasonSection({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'report']);
  const say = useBilingual();
  const codes = useDesk((desk) => desk.master?.reasonCodes);
  const textOf = (code: string) => {
    const known = codes?.find((one) => one.code === code);
    return known ? `${code} ${say(known.text)}` : code;
  };
  return (
    <ReportSection
      title={t('report:tables.byReason')}
      series={[{ id: 'count', label: t('report:columns.count'), look: 'solid' }]}
      chart={report.byReason.map(({ code, outcome, count }) => ({
        ...{ id: `${code}-${outcome}`, label: code, values: [count], text: formatNumber(count) },
      }))}
      columns={[t('report:columns.reason'), t('report:columns.outcome'), t('report:columns.count')]}
      rows={report.byReason.map(({ code, outcome, count }) => ({
        ...{
          id: `${code}-${outcome}`,
          name: textOf(code),
          cells: [t(`report:outcomes.${outcome}`), count],
        },
      }))}
    />
  );
}

/** `2026-03` → `03/2026`. */
function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${number}/${year}`;
}
