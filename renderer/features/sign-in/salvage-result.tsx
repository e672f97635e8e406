import { useTranslation } from 'react-i18next';
import { salvagedKinds, type SalvageReport } from '../../../shared/ipc/views/salvage.ts';
import { Banner } from '../../ui/banner.tsx';

/** The record of the audit is no work of an officer's: it is named only where a part of it is missing. */
const counted = salvagedKinds.filter((kind) => kind !== 'audit');

/** What was rescued, what was not, and what to do. */
export function SalvageResult({ report }: { report: SalvageReport | null }) {
  const { t, i18n } = useTranslation(['sign-in']);
  if (report === null) return <Banner tone="good" title={t('salvage.opensAfterAll')} />;
  const { kept, unanswered, rejected, incomplete, setAside } = report;
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const missing = incomplete.map((kind) => t(`salvage.missing.${kind}`));
  return (
    <Banner tone={incomplete.length > 0 ? 'warn' : 'good'} title={t('salvage.done')}>
      <ul>
        {counted
          .filter((kind) => kept[kind] > 0)
          .map((kind) => (
            <li key={kind}>{t(`salvage.kept.${kind}`, { count: kept[kind] })}</li>
          ))}
      </ul>
      {unanswered > 0 && <p>{t('salvage.unanswered', { count: unanswered })}</p>}
      <p>
        {missing.length === 0
          ? t('salvage.nothingMissing')
          : t('salvage.isMissing', { what: list.format(missing) })}
      </p>
      {rejected > 0 && <p>{t('salvage.rejected', { count: rejected })}</p>}
      <p>{t('salvage.next')}</p>
      <p className="muted">{t('salvage.setAside', { folder: setAside })}</p>
    </Banner>
  );
}
