import { useTranslation } from 'react-i18next';
import type { ReconciliationLine } from '../../../shared/domain/transfer/transfer.ts';
import type { ReconciliationGroups } from './reconciliation-groups.ts';
import { LineRow } from './line-row.tsx';
import { ServiceRows } from './service-rows.tsx';

export interface ChoosingProps {
  /** Keys of the differences that nobody has acknowledged. */
  toAcknowledge: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  onChoose: (key: string) => void;
}

interface Props extends ChoosingProps {
  groups: ReconciliationGroups;
}

export function ReconciliationTable({ groups, ...choosing }: Props) {
  const { t } = useTranslation('transfers');
  return (
    <table className="reconciliation">
      <thead>
        <tr>
          <th scope="col">{t('reconciliation.item')}</th>
          <th scope="col" className="reconciliation-figure">
            {t('reconciliation.before')}
          </th>
          <th scope="col" className="reconciliation-figure">
            {t('reconciliation.after')}
          </th>
          <th scope="col" className="reconciliation-figure">
            {t('reconciliation.difference')}
          </th>
          <th scope="col">{t('reconciliation.verdict')}</th>
        </tr>
      </thead>
      <Lines title={t('reconciliation.identity')} lines={groups.identity} {...choosing} />
      <Lines title={t('reconciliation.balances')} lines={groups.balances} {...choosing} />
      {(groups.serviceTotal !== null || groups.services.length > 0) && (
        <tbody>
          <GroupTitle title={t('reconciliation.services')} />
          {groups.serviceTotal !== null && <LineRow line={groups.serviceTotal} {...choosing} />}
          {groups.services.map((group) => (
            <ServiceRows key={group.service} group={group} {...choosing} />
          ))}
        </tbody>
      )}
    </table>
  );
}

function Lines({
  title,
  lines,
  ...choosing
}: { title: string; lines: readonly ReconciliationLine[] } & ChoosingProps) {
  if (lines.length === 0) return null;
  return (
    <tbody>
      <GroupTitle title={title} />
      {lines.map((line) => (
        <LineRow key={`${line.item}-${line.unit}`} line={line} {...choosing} />
      ))}
    </tbody>
  );
}

function GroupTitle({ title }: { title: string }) {
  return (
    <tr className="reconciliation-group">
      <th scope="rowgroup" colSpan={5}>
        {title}
      </th>
    </tr>
  );
}
