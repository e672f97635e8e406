import type { RequestId } from '../../../shared/domain/ids.ts';
import { useDesk } from '../../app/desk-store.ts';
import { useQueueView } from '../queue/queue-view.ts';

export interface Neighbours {
  previous: RequestId | null;
  next: RequestId | null;
  /** From 1; 0 when the request was not opened from the queue. */
  position: number;
  total: number;
  back: () => void;
  goNext: () => void;
  goPrevious: () => void;
}

/** The requests before and after this one, in the order in which the queue stood when it was opened. */
export function useNeighbours(requestId: RequestId): Neighbours {
  const order = useQueueView((view) => view.order);
  const go = useDesk((desk) => desk.go);
  const at = order.indexOf(requestId);
  const next = at < 0 ? null : (order[at + 1] ?? null);
  const previous = at < 0 ? null : (order[at - 1] ?? null);

  /** The queue shows the one looked at last when the officer comes back. */
  const open = (id: RequestId | null, index: number) => {
    if (id === null) return;
    useQueueView.getState().select(id, index);
    go({ name: 'review', requestId: id });
  };
  return {
    previous,
    next,
    position: at + 1,
    total: order.length,
    back: () => {
      go({ name: 'queue' });
    },
    goNext: () => {
      open(next, at + 1);
    },
    goPrevious: () => {
      open(previous, at - 1);
    },
  };
}
