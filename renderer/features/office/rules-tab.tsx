import { useTranslation } from 'react-i18next';
import type { RuleSet } from '../../../shared/domain/master.ts';
import type { MasterData } from '../../../shared/ipc/contract.ts';
import { formatDate, formatNumber, formatRupees } from '../../../shared/text/format.ts';
import { FactList } from '../../ui/panel.tsx';
import { AsOfLine } from './as-of-line.tsx';
import { MasterTable } from './master-table.tsx';

/** The windows, and the rule sets with the order that each rests on. */
export function RulesTab({ master }: { master: MasterData }) {
  const { t } = useTranslation('office');
  const windows = [...master.windows].sort((a, b) => b.from.localeCompare(a.from));
  const ruleSets = [...master.ruleSets].sort((a, b) => b.effectiveFrom.localeCompare(a.effectiveFrom));
  return (
    <div className="stack">
      <section>
        <h2>{t('kind.window')}</h2>
        <AsOfLine kind="window" />
        <MasterTable
          caption={t('kind.window')}
          columns={[t('column.from'), t('column.to'), t('column.orderNo'), t('column.orderDate')]}
          empty={t('nothingYet')}
          rows={windows.map((window) => ({
            id: window.id,
            cells: [
              formatDate(window.from),
              formatDate(window.to),
              window.orderNo.trim() === '' ? t('noOrder') : window.orderNo,
              formatDate(window.orderDate),
            ],
          }))}
        />
      </section>
      <section>
        <h2>{t('kind.rule-set')}</h2>
        <AsOfLine kind="rule-set" />
        {ruleSets.length === 0 && <p className="muted">{t('nothingYet')}</p>}
        <div className="rule-sets">
          {ruleSets.map((set) => (
            <RuleSetCard key={set.id} set={set} />
          ))}
        </div>
      </section>
    </div>
  );
}

function RuleSetCard({ set }: { set: RuleSet }) {
  const { t } = useTranslation('office');
  const fees = set.fees.map((fee, index) => t('rule.fee', { turn: index + 1, amount: formatRupees(fee) }));
  return (
    <article className="rule-set">
      <h3>{t('rule.from', { date: formatDate(set.effectiveFrom) })}</h3>
      <FactList
        facts={[
          {
            id: 'order',
            name: t('column.orderNo'),
            value: set.orderNo.trim() === '' ? t('noOrder') : set.orderNo,
          },
          { id: 'date', name: t('column.orderDate'), value: formatDate(set.orderDate) },
          { id: 'version', name: t('rule.version'), value: formatNumber(set.version) },
          { id: 'categories', name: t('rule.categories'), value: (set.categories ?? ['C']).join(', ') },
          { id: 'kiosks', name: t('rule.kiosks'), value: formatNumber(set.minimumKiosks) },
          { id: 'months', name: t('rule.months'), value: formatNumber(set.minimumMonths) },
          { id: 'times', name: t('rule.times'), value: formatNumber(set.maximumMigrations) },
          { id: 'fees', name: t('rule.fees'), value: fees.join('; ') },
        ]}
      />
    </article>
  );
}
