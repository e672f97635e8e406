import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sumOf } from '../../../shared/ipc/open-items.ts';
import type { ItemState, ItemTotals } from '../../../shared/ipc/views/outbox.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { itemStates } from './item-state.ts';
import { MoreRows } from './more-rows.tsx';
import type { ItemPage } from './use-outbox.ts';

interface Props<Item> {
  page: ItemPage<Item>;
  counts: ItemTotals['act'];
  /** Shown when there is none at all. */
  empty: ReactNode;
  children: (items: readonly Item[]) => ReactNode;
}

/** One kind of items: a filter by state with the totals, the first rows, and more of them when they are asked for. */
export function ItemList<Item>({ page, counts, empty, children }: Props<Item>) {
  const { t } = useTranslation('outbox');
  const { value: items, error, state } = page;
  const all = sumOf(counts);
  const total = state === null ? all : counts[state];
  if (all === 0 && state === null) return empty;
  return (
    <>
      <StateFilter state={state} counts={counts} all={all} onShow={page.show} />
      <ErrorBanner error={error} />
      {items !== null && children(items)}
      {items?.length === 0 && <p className="muted table-intro">{t('filter.none')}</p>}
      {items !== null && <MoreRows shown={items.length} total={total} onMore={page.more} />}
    </>
  );
}

interface FilterProps {
  state: ItemState | null;
  counts: ItemTotals['act'];
  all: number;
  onShow: (state: ItemState | null) => void;
}

/** Of each state that occurs the total; the chosen one stays, so that it can be left. */
function StateFilter({ state, counts, all, onShow }: FilterProps) {
  const { t } = useTranslation('outbox');
  const shown = itemStates.filter((each) => counts[each] > 0 || each === state);
  return (
    <div className="row state-filter" role="group" aria-label={t('filter.label')}>
      {[null, ...shown].map((each) => (
        <button
          key={each ?? 'all'}
          type="button"
          className="state-choice"
          aria-pressed={each === state}
          onClick={() => {
            onShow(each);
          }}
        >
          {each === null ? t('filter.all') : t(`itemState.${each}`)}
          <span className="state-count">{formatNumber(each === null ? all : counts[each])}</span>
        </button>
      ))}
    </div>
  );
}
