import { useTranslation } from 'react-i18next';
import type { FactName } from '../../../shared/domain/changed-facts.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { formatDate, formatInstant, formatNumber, formatRupees } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { useLspName } from '../../app/use-lsp-name.ts';

const ownNames = ['status', 'purpose', 'pauses', 'documents', 'history', 'fee'] as const;

/** Letters of a scan's hash: enough to tell two scans of one document apart. */
const markLetters = 6;

/** A fact's name, and what a request says of it in the officer's language. */
export function useFactText(): {
  nameOf: (fact: FactName) => string;
  textOf: (fact: FactName, request: MigrationRequest) => string;
} {
  const { t } = useTranslation(['conflict', 'review', 'queue', 'viewer']);
  const say = useBilingual();
  const lspName = useLspName();

  const person = ({ name, mobileLast4 }: MigrationRequest['applicant']) => {
    const names = name.hi === name.en || name.en === '' ? say(name) : `${name.hi} · ${name.en}`;
    return mobileLast4 === null ? names : `${names} · ${t('review:facts.mobile', { last4: mobileLast4 })}`;
  };
  const pause = ({ from, to }: MigrationRequest['pauses'][number]) =>
    to === null
      ? t('values.pauseOpen', { from: formatDate(from) })
      : t('values.pause', { from: formatDate(from), to: formatDate(to) });
  const document = ({ kind, need, scan }: MigrationRequest['documents'][number]) => {
    const words = { kind: t(`viewer:kinds.${kind}`), need: t(`review:checklist.marks.${need}`) };
    return scan === null
      ? t('values.document', words)
      : t('values.documentScan', { ...words, mark: scan.hash.slice(0, markLetters) });
  };
  const proceeding = ({ at, event, by, note }: MigrationRequest['history'][number]) => {
    const words = { at: formatInstant(at), event: t(`review:events.${event}`), by: say(by) };
    return note === '' ? t('values.history', words) : t('values.historyNote', { ...words, note });
  };
  const listed = (texts: readonly string[]) => texts.join('; ') || t('values.none');
  const rupees = (amount: number | undefined) =>
    amount === undefined ? t('values.none') : formatRupees(amount);

  const texts: Record<FactName, (request: MigrationRequest) => string> = {
    status: ({ status }) => t(`queue:status.${status}`),
    purpose: ({ purpose }) => t(`purposes.${purpose}`),
    centreName: ({ centreName }) => say(centreName),
    kioskCode: ({ kioskCode }) => kioskCode,
    newKioskCode: ({ newKioskCode }) => newKioskCode ?? t('values.none'),
    block: ({ block }) => say(block),
    area: ({ area }) => t(`queue:area.${area}`),
    category: ({ category, categoryToday }) =>
      t('review:facts.categoryBoth', { category, today: categoryToday }),
    applicant: ({ applicant }) => person(applicant),
    registeredOperator: ({ registeredOperator }) => person(registeredOperator),
    currentLsp: ({ currentLspId }) => lspName(currentLspId),
    targetLsp: ({ targetLspId }) => lspName(targetLspId),
    reason: ({ reason }) => reason ?? t('review:facts.noReason'),
    migrationsBefore: ({ migrationsBefore }) => formatNumber(migrationsBefore),
    applicationDate: ({ applicationDate }) => formatDate(applicationDate),
    receivedOn: ({ receivedOn }) => formatDate(receivedOn),
    pauses: ({ pauses }) => listed(pauses.map(pause)),
    fee: ({ fee }) =>
      fee === null
        ? t('review:facts.feeNone')
        : t('values.fee', {
            amount: formatRupees(fee.amount),
            paidOn: formatDate(fee.paidOn),
            reference: fee.reference,
          }),
    registeredOn: ({ record }) => (record ? formatDate(record.registeredOn) : t('values.none')),
    serviceCount: ({ record }) => (record ? formatNumber(record.serviceCount) : t('values.none')),
    wallet: ({ record }) => rupees(record?.wallet),
    advance: ({ record }) => rupees(record?.advance),
    creditLimit: ({ record }) => rupees(record?.creditLimit),
    dues: ({ record }) => rupees(record?.dues),
    tds: ({ record }) => rupees(record?.tds),
    security: ({ record }) => rupees(record?.security),
    documents: ({ documents }) => listed(documents.map(document)),
    history: ({ history }) => listed(history.slice(-1).map(proceeding)),
  };
  const isOwn = (fact: FactName): fact is (typeof ownNames)[number] =>
    (ownNames as readonly string[]).includes(fact);
  return {
    nameOf: (fact) => (isOwn(fact) ? t(`facts.${fact}`) : t(`review:facts.${fact}`)),
    textOf: (fact, request) => texts[fact](request),
  };
}
