import { useTranslation } from 'react-i18next';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { formatDate, formatNumber, formatRupees } from '../../../shared/text/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { FactGroup, type Fact } from './fact-group.tsx';
import { Section } from './section.tsx';

const amounts = ['wallet', 'advance', 'creditLimit', 'tds', 'security'] as const;

/** What the server holds of the kiosk: the figures that must be the same after the transfer. */
export function RecordPanel({ record }: { record: MigrationRequest['record'] }) {
  const { t } = useTranslation('review');
  if (record === null) {
    return (
      <Section title={t('facts.record')}>
        <p className="review-fact-note">{t('facts.noRecord')}</p>
      </Section>
    );
  }
  const dues = (
    <>
      {formatRupees(record.dues)} {record.dues > 0 && <Badge tone="warn">{t('facts.duesFlag')}</Badge>}
    </>
  );
  const facts: Fact[] = [
    { name: t('facts.registeredOn'), value: formatDate(record.registeredOn) },
    { name: t('facts.serviceCount'), value: formatNumber(record.serviceCount) },
    ...amounts.map((amount) => ({ name: t(`facts.${amount}`), value: formatRupees(record[amount]) })),
    { name: t('facts.dues'), value: dues },
  ];
  return (
    <Section title={t('facts.record')}>
      <FactGroup title={t('facts.record')} facts={facts} />
    </Section>
  );
}
