import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetAsideItem } from '../../../shared/ipc/contract.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MoreRows } from './more-rows.tsx';
import { rowsAtOnce } from './use-outbox.ts';

/** What came and could not be used: carried, and named. */
export function SetAsideTable({ items }: { items: readonly SetAsideItem[] }) {
  const { t } = useTranslation('outbox');
  const [limit, setLimit] = useState(rowsAtOnce);
  if (items.length === 0) {
    return (
      <EmptyState icon="check-circle" title={t('setAside.emptyTitle')}>
        {t('setAside.emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="muted table-intro">{t('setAside.intro')}</p>
      <table className="list-table">
        <thead>
          <tr>
            <th scope="col">{t('setAside.at')}</th>
            <th scope="col">{t('setAside.kind')}</th>
            <th scope="col">{t('setAside.id')}</th>
            <th scope="col">{t('setAside.why')}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, limit).map((item) => (
            <tr key={`${item.kind}/${item.id}`}>
              <td>{formatInstant(item.at)}</td>
              <td>{item.kind}</td>
              <td className="breakable">{item.id}</td>
              <td>{t(`setAside.whys.${item.why}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows
        shown={Math.min(limit, items.length)}
        total={items.length}
        onMore={() => {
          setLimit(limit + rowsAtOnce);
        }}
      />
    </>
  );
}
