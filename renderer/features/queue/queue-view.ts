import { create } from 'zustand';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { Pile } from '../../../shared/domain/slim-row.ts';
import { noFilters, type QueueFilters } from './queue-query.ts';

/** What the officer chose to see in the queue; kept while other screens are open, gone when the app is locked. */
export interface QueueView {
  pile: Pile;
  typed: string;
  filters: QueueFilters;
  selectedId: RequestId | null;
  /** Where the selection stood, so that the next row takes its place when it is decided. */
  selectedIndex: number;
  /** The queue as it stood when a request was opened: next and previous go by it, though decided rows leave. */
  order: readonly RequestId[];
  showPile: (pile: Pile) => void;
  search: (typed: string) => void;
  filter: (filters: Partial<QueueFilters>) => void;
  clear: () => void;
  select: (id: RequestId | null, index: number) => void;
  keepOrder: (order: readonly RequestId[]) => void;
}

export const useQueueView = create<QueueView>()((set) => ({
  pile: 'to-do',
  typed: '',
  filters: noFilters,
  selectedId: null,
  selectedIndex: 0,
  order: [],
  showPile: (pile) => {
    set({ pile, selectedId: null, selectedIndex: 0 });
  },
  search: (typed) => {
    set({ typed });
  },
  filter: (filters) => {
    set((view) => ({ filters: { ...view.filters, ...filters } }));
  },
  clear: () => {
    set({ typed: '', filters: noFilters });
  },
  select: (selectedId, selectedIndex) => {
    set({ selectedId, selectedIndex });
  },
  keepOrder: (order) => {
    set({ order });
  },
}));
