import { ErrorBanner } from '../../app/error-banner.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { pilesOf, rowsWith } from './transfer-piles.ts';
import { TransferTable } from './transfer-table.tsx';
import { useTransfers } from './use-transfers.ts';

/** Every transfer, what needs somebody first. */
export function TransferList() {
  const { t } = useTranslation(['transfers', 'common']);
  const { rows, error, reload } = useTransfers();
  const [typed, setTyped] = useState('');
  const shown = rowsWith(rows ?? [], typed);
  return (
    <main className="screen">
      <div className="screen-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="muted">{t('intro')}</p>
        </div>
        {rows !== null && rows.length > 0 && (
          <div className="transfer-search">
            <SearchField
              label={t('search')}
              clearLabel={t('common:clear')}
              placeholder={t('search')}
              value={typed}
              onChange={setTyped}
            />
          </div>
        )}
      </div>
      <ErrorBanner error={error} onRetry={reload} />
      {rows === null && error === null && <p className="muted">{t('loading')}</p>}
      {rows?.length === 0 && (
        <EmptyState icon="transfer" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      )}
      {rows !== null && rows.length > 0 && shown.length === 0 && <p role="status">{t('noneFound')}</p>}
      {pilesOf(shown).map((group) => (
        <TransferTable key={group.pile} {...group} />
      ))}
    </main>
  );
}
