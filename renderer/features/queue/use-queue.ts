import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { pileCount, queueKeys } from './queue-keys.ts';
import { planQuery, type QueueQuery } from './queue-query.ts';
import { useQueueView } from './queue-view.ts';
import { selectionAfterChange } from './selection.ts';
import type { OfficeDays } from './use-office-days.ts';

/** The ids in the chosen order; undefined until the first answer. */
export function useQueueKeys(days: OfficeDays | null): RequestId[] | undefined {
  const query = useQueueQuery(days);
  return useLiveQuery(() => queueKeys(query), [query]);
}

export function useQueueQuery(days: OfficeDays | null): QueueQuery {
  const pile = useQueueView((view) => view.pile);
  const filters = useQueueView((view) => view.filters);
  const typed = useDeferredValue(useQueueView((view) => view.typed));
  return useMemo(() => planQuery(pile, filters, typed, days), [pile, filters, typed, days]);
}

export interface PileCounts {
  'to-do': number;
  waiting: number;
  done: number;
}

/** How many lie in each pile, followed live. */
export function usePileCounts(): PileCounts | undefined {
  return useLiveQuery(async () => {
    const [toDo, waiting, done] = await Promise.all([
      pileCount('to-do'),
      pileCount('waiting'),
      pileCount('done'),
    ]);
    return { 'to-do': toDo, waiting, done };
  }, []);
}

/** Keeps something selected as long as there is something to select. */
export function useKeptSelection(keys: readonly RequestId[] | undefined): void {
  const selectedId = useQueueView((view) => view.selectedId);
  const selectedIndex = useQueueView((view) => view.selectedIndex);
  const select = useQueueView((view) => view.select);

  useEffect(() => {
    if (!keys) return;
    const kept = selectionAfterChange(keys, selectedId, selectedIndex);
    const index = kept === null ? 0 : keys.indexOf(kept);
    if (kept !== selectedId || index !== selectedIndex) select(kept, index);
  }, [keys, selectedId, selectedIndex, select]);
}
