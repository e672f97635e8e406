import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { useShortcuts } from '../../app/shortcuts/use-shortcuts.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { openFromQueue } from './open-from-queue.ts';
import { queueKeys } from './queue-keys.ts';
import { QueueEmpty } from './queue-empty.tsx';
import { QueueFilterBar } from './queue-filter-bar.tsx';
import { QueueList } from './queue-list.tsx';
import { piles, QueuePiles } from './queue-piles.tsx';
import { planQuery } from './queue-query.ts';
import { QueueSearch } from './queue-search.tsx';
import { useQueueView } from './queue-view.ts';
import { moveSelection, type Move } from './selection.ts';
import { useOfficeDays, type OfficeDays } from './use-office-days.ts';
import { useKeptSelection, usePileCounts, useQueueKeys } from './use-queue.ts';
import './queue.css';

const noKeys: RequestId[] = [];

/** The queue: piles, search, filters and the virtual list. */
export function QueueScreen() {
  const { t } = useTranslation('queue');
  const days = useOfficeDays();
  const found = useQueueKeys(days);
  const keys = found ?? noKeys;
  const counts = usePileCounts();
  const grid = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const selectedId = useQueueView((view) => view.selectedId);
  const select = useQueueView((view) => view.select);
  useKeptSelection(found);
  const { onSelect, onMove, onOpen } = useListActions(keys, selectedId, select);

  // The list is there only when its first rows are; whoever is typing elsewhere by then is left alone.
  const hasRows = keys.length > 0;
  useEffect(() => {
    if (hasRows && document.activeElement === document.body) grid.current?.focus({ preventScroll: true });
  }, [hasRows]);
  useQueueShortcuts({
    onMove,
    onOpen: () => {
      if (selectedId !== null) onOpen(selectedId);
    },
    onSearch: () => {
      search.current?.focus();
      search.current?.select();
    },
  });

  return (
    <div className="queue">
      <div className="queue-bar">
        <QueuePiles counts={counts} />
        <QueueSearch
          inputRef={search}
          onLeave={() => {
            grid.current?.focus({ preventScroll: true });
          }}
          onOpenFound={() => {
            void findTyped(days).then((typed) => {
              if (typed.first !== null) onOpen(typed.first, typed.keys);
            });
          }}
        />
        <span className="queue-count muted" role="status">
          {found ? t('rows', { count: keys.length, shown: formatNumber(keys.length) }) : t('loading')}
        </span>
      </div>
      <QueueFilterBar />
      {found?.length === 0 && counts ? (
        <QueueEmpty counts={counts} days={days} />
      ) : (
        <QueueList
          keys={keys}
          selectedId={selectedId}
          gridRef={grid}
          onSelect={onSelect}
          onMove={onMove}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}

function useListActions(
  keys: readonly RequestId[],
  selectedId: RequestId | null,
  select: (id: RequestId | null, index: number) => void,
) {
  const latest = useRef({ keys, selectedId });
  useEffect(() => {
    latest.current = { keys, selectedId };
  });

  const onSelect = useCallback(
    (id: RequestId) => {
      select(id, latest.current.keys.indexOf(id));
    },
    [select],
  );
  const onMove = useCallback(
    (move: Move) => {
      const to = moveSelection(latest.current.keys, latest.current.selectedId, move);
      if (to !== null) onSelect(to);
    },
    [onSelect],
  );
  const onOpen = useCallback(
    (id: RequestId, order: readonly RequestId[] = latest.current.keys) => {
      select(id, order.indexOf(id));
      useQueueView.getState().keepOrder(order);
      void openFromQueue(id);
    },
    [select],
  );
  return { onSelect, onMove, onOpen };
}

/**
 * What the words in the search box find, asked anew: Enter can come before the list has followed the typing, and would
 * open a request that was not searched for.
 */
async function findTyped(
  days: OfficeDays | null,
): Promise<{ keys: readonly RequestId[]; first: RequestId | null }> {
  const { pile, filters, typed, selectedId } = useQueueView.getState();
  const keys = await queueKeys(planQuery(pile, filters, typed, days));
  const isFound = selectedId !== null && keys.includes(selectedId);
  return { keys, first: isFound ? selectedId : (keys[0] ?? null) };
}

function useQueueShortcuts(actions: {
  onMove: (move: Move) => void;
  onOpen: () => void;
  onSearch: () => void;
}): void {
  const { t } = useTranslation('queue');
  const group = t('shortcuts.group');
  const showPile = useQueueView((view) => view.showPile);
  useShortcuts([
    { keys: ['j', 'ArrowDown'], label: t('shortcuts.next'), group, run: () => actions.onMove('next') },
    { keys: ['k', 'ArrowUp'], label: t('shortcuts.previous'), group, run: () => actions.onMove('previous') },
    { keys: ['o'], label: t('shortcuts.open'), group, run: actions.onOpen },
    { keys: ['/', 'Ctrl+F'], label: t('shortcuts.search'), group, run: actions.onSearch },
    ...piles.map((pile, index) => ({
      keys: [String(index + 1)],
      label: t('shortcuts.pile', { pile: t(`piles.${pile}`) }),
      group,
      run: () => {
        showPile(pile);
      },
    })),
  ]);
}
