import { useTranslation } from 'react-i18next';
import type { Report } from '../../../shared/domain/report/report.ts';
import { formatDate, formatNumber } from '../../../shared/text/format.ts';
import { Banner } from '../../ui/banner.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { BacklogSections } from './backlog-sections.tsx';
import { daysText } from './days-text.ts';
import { DecisionSections } from './decision-sections.tsx';
import { countsOf, outcomeCounts } from './outcome-counts.ts';
import { TimeSection } from './time-section.tsx';
import { WindowsSection } from './windows-section.tsx';

/** The whole report, in the order and words of the file that is saved. */
export function ReportSheet({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'report']);
  const isEmpty = report.received + countsOf(report).reduce((sum, count) => sum + count, 0) === 0;
  return (
    <div className="stack">
      <SheetHead report={report} />
      {report.unknownYears.length > 0 && (
        <Banner tone="warn" title={t('unknownYears', { years: report.unknownYears.join(', ') })}>
          {t('unknownYearsText')}
        </Banner>
      )}
      {isEmpty ? (
        <>
          <EmptyState icon="chart" title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
          <BacklogSections report={report} />
        </>
      ) : (
        <>
          <Totals report={report} />
          <BacklogSections report={report} />
          <DecisionSections report={report} />
          <TimeSection report={report} />
        </>
      )}
      <WindowsSection report={report} />
    </div>
  );
}

function SheetHead({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'report']);
  const span = t('span', { from: formatDate(report.from), to: formatDate(report.to) });
  const asOf = report.asOf === null ? t('asOfNever') : t('asOf', { date: formatDate(report.asOf) });
  return (
    <p>
      <strong>{span}</strong> · <span className="muted">{asOf}</span>
    </p>
  );
}

function Totals({ report }: { report: Report }) {
  const { t } = useTranslation(['reports', 'report']);
  return (
    <dl className="report-totals">
      <Total name={t('report:columns.received')} value={formatNumber(report.received)} />
      {outcomeCounts.map(({ field, outcome }) => (
        <Total key={field} name={t(`report:outcomes.${outcome}`)} value={formatNumber(report[field])} />
      ))}
      <Total name={t('report:rows.medianDays')} value={daysText(report.medianDays, t)} />
    </dl>
  );
}

function Total({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
