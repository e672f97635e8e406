import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { formatDate, formatNumber, formatRupees } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { useLspName } from '../../app/use-lsp-name.ts';
import { DueFact } from './due-fact.tsx';
import { FactGroup, type Fact } from './fact-group.tsx';
import { PersonName } from './person-name.tsx';
import { Section } from './section.tsx';

/** What the request says: who, where, from which LSP to which, since when, and what was paid. */
export function FactsPanel({ detail }: { detail: RequestDetail }) {
  const { t } = useTranslation(['review', 'queue']);
  const nameOf = useBilingual();
  const lspName = useLspName();
  const { request, rules, row } = detail;
  const namesDiffer = rules.some((rule) => rule.id === 'authorised-operator' && rule.result !== 'pass');

  const centre: Fact[] = [
    { name: t('facts.centreName'), value: nameOf(request.centreName), isWide: true },
    { name: t('facts.kioskCode'), value: request.kioskCode },
    { name: t('facts.block'), value: nameOf(request.block) },
    { name: t('facts.area'), value: t(`queue:area.${request.area}`) },
    {
      name: t('facts.category'),
      value: t('facts.categoryBoth', { category: request.category, today: request.categoryToday }),
    },
  ];
  if (request.newKioskCode !== null) {
    centre.push({ name: t('facts.newKioskCode'), value: request.newKioskCode });
  }
  const people: Fact[] = [
    { name: t('facts.applicant'), value: <PersonName person={request.applicant} />, isWide: true },
    {
      name: t('facts.registeredOperator'),
      value: (
        <PersonName person={request.registeredOperator} note={namesDiffer ? t('facts.namesDiffer') : null} />
      ),
      isWide: true,
    },
  ];
  const lsps: Fact[] = [
    { name: t('facts.currentLsp'), value: lspName(request.currentLspId), isWide: true },
    { name: t('facts.targetLsp'), value: <strong>{lspName(request.targetLspId)}</strong>, isWide: true },
    { name: t('facts.reason'), value: request.reason ?? t('facts.noReason'), isWide: true },
    { name: t('facts.migrationsBefore'), value: formatNumber(request.migrationsBefore) },
  ];
  const dates: Fact[] = [
    { name: t('facts.applicationDate'), value: formatDate(request.applicationDate) },
    { name: t('facts.receivedOn'), value: formatDate(request.receivedOn) },
    { name: t('facts.day7'), value: formatDate(row.day7On) },
    { name: t('facts.due'), value: <DueFact row={row} />, isWide: true },
  ];
  const { fee } = request;
  const paid: Fact[] = fee
    ? [
        { name: t('facts.feePaid'), value: formatRupees(fee.amount) },
        { name: t('facts.feePaidOn'), value: formatDate(fee.paidOn) },
        { name: t('facts.feeReference'), value: fee.reference },
      ]
    : [{ name: t('facts.feePaid'), value: t('facts.feeNone'), isWide: true }];

  return (
    <Section title={t('facts.title')} aside={request.requestNo}>
      <FactGroup title={t('facts.centre')} facts={centre} />
      <FactGroup title={t('facts.people')} facts={people} />
      <FactGroup title={t('facts.lsps')} facts={lsps} />
      <FactGroup title={t('facts.dates')} facts={dates} />
      <FactGroup title={t('facts.fee')} facts={paid} />
    </Section>
  );
}
