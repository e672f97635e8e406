import { useTranslation } from 'react-i18next';
import { changedFacts, factNames, type FactName } from '../../../shared/domain/changed-facts.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useFactText } from './use-fact-text.ts';

/** The request as the officer saw it beside the request as it is now; what differs stands first and is marked. */
export function ComparePanel({ conflict }: { conflict: ConflictView }) {
  const { t } = useTranslation('conflict');
  const { seen, present } = conflict;
  const changed = seen && present ? changedFacts(seen, present) : [];
  const order = [...changed, ...factNames.filter((name) => !changed.includes(name))];
  if (seen === null && present === null) return null;
  return (
    <Panel title={t('compare.title')}>
      <p className="conflict-differs">
        {seen === null
          ? t('compare.seenUnknown')
          : present === null
            ? t('compare.gone')
            : t('compare.differs', { count: changed.length })}
      </p>
      <table className="list-table conflict-compare">
        <thead>
          <tr>
            <th scope="col">{t('compare.fact')}</th>
            {seen !== null && <th scope="col">{t('compare.seen')}</th>}
            {present !== null && <th scope="col">{t('compare.present')}</th>}
          </tr>
        </thead>
        <tbody>
          {order.map((name) => (
            <FactRow key={name} name={name} sides={[seen, present]} isChanged={changed.includes(name)} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

interface RowProps {
  name: FactName;
  sides: readonly (MigrationRequest | null)[];
  isChanged: boolean;
}

function FactRow({ name, sides, isChanged }: RowProps) {
  const { t } = useTranslation('conflict');
  const { nameOf, textOf } = useFactText();
  const shown = sides.filter((side) => side !== null);
  return (
    <tr data-changed={isChanged}>
      <th scope="row">
        {nameOf(name)} {isChanged && <Badge tone="warn">{t('compare.changed')}</Badge>}
      </th>
      {shown.map((side, nth) => (
        // The sides have no ids, and their order never changes.
        <td key={nth} className="breakable">
          {textOf(name, side)}
        </td>
      ))}
    </tr>
  );
}
