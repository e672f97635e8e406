import { useTranslation } from 'react-i18next';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { formatDate, formatInstant, formatNumber } from '../../../shared/text/format.ts';
import { Badge } from '../../ui/badge.tsx';
import { Banner } from '../../ui/banner.tsx';
import { faultWords } from './fault-words.ts';
import { MasterTable } from './master-table.tsx';

/** How current everything is, and what is wrong with it. */
export function OverviewTab({ master }: { master: MasterData }) {
  const { t } = useTranslation(['office', 'rules', 'common']);
  return (
    <div className="stack">
      {master.faults.length > 0 && (
        <section className="stack office-faults">
          <h2>{t('faultsTitle', { count: master.faults.length })}</h2>
          {master.faults.map((fault) => {
            const words = faultWords(fault, t);
            return (
              <Banner key={`${fault.fault}/${fault.subject}/${fault.detail}`} tone="warn" title={words.title}>
                {words.advice}
              </Banner>
            );
          })}
        </section>
      )}
      <MasterTable
        caption={t('tab.overview')}
        columns={[
          t('column.kind'),
          t('column.count'),
          t('column.asOf'),
          t('column.received'),
          t('column.state'),
        ]}
        empty={t('nothingYet')}
        rows={master.states.map((state) => ({
          id: state.kind,
          cells: [
            t(`kind.${state.kind}`),
            formatNumber(state.count),
            state.asOf === null ? t('common:notKnown') : formatDate(state.asOf),
            state.receivedAt === null ? t('neverReceived') : formatInstant(state.receivedAt),
            <Currency key="state" isStale={state.isStale} isThere={state.count > 0} />,
          ],
        }))}
      />
    </div>
  );
}

function Currency({ isStale, isThere }: { isStale: boolean; isThere: boolean }) {
  const { t } = useTranslation('office');
  if (isStale) {
    return (
      <Badge tone="warn" icon="alert">
        {t('stale')}
      </Badge>
    );
  }
  return isThere ? (
    <Badge tone="good" icon="check-circle">
      {t('current')}
    </Badge>
  ) : (
    <Badge icon="question">{t('none')}</Badge>
  );
}
