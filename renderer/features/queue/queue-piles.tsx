import { useTranslation } from 'react-i18next';
import type { Pile } from '../../../shared/domain/slim-row.ts';
import { formatNumber } from '../../../shared/text/format.ts';
import { useQueueView } from './queue-view.ts';
import type { PileCounts } from './use-queue.ts';

export const piles: readonly Pile[] = ['to-do', 'waiting', 'done'];

/** The three piles with their live counts. */
export function QueuePiles({ counts }: { counts: PileCounts | undefined }) {
  const { t } = useTranslation('queue');
  const shown = useQueueView((view) => view.pile);
  const showPile = useQueueView((view) => view.showPile);
  return (
    <div className="queue-piles" role="group" aria-label={t('pilesLabel')}>
      {piles.map((pile, index) => (
        <button
          key={pile}
          type="button"
          className="queue-pile"
          aria-pressed={pile === shown}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => {
            showPile(pile);
          }}
        >
          {t(`piles.${pile}`)}
          <span className="queue-pile-count">{counts ? formatNumber(counts[pile]) : '…'}</span>
        </button>
      ))}
    </div>
  );
}
