import type { TFunction } from 'i18next';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';
import { followDecisions } from '../../app/read-model/follow-decisions.ts';
import { showNotice } from '../../ui/notice.tsx';

const shownMs = 6000;

/** Says that decisions are sealed; once the server has answered all of them this is no longer what there is to say. */
export function showSealed(items: readonly OutboxItem[], t: TFunction<'outbox'>): void {
  const count = items.length;
  let close: (() => void) | null = null;
  const stop = followDecisions(items, (states) => {
    const isAnswered = states.every(
      (state) => state === 'accepted' || state === 'refused' || state === 'conflicted' || state === 'gone',
    );
    if (!isAnswered) return;
    close?.();
    // What was refused or contested is told by the banner, and stays there.
    if (states.every((state) => state === 'accepted')) {
      showNotice({ tone: 'good', title: t('acceptedNotice', { count }) }, shownMs);
    }
  });
  close = showNotice(
    { tone: 'good', title: t('sealedNotice', { count }), content: t('sealedWaits', { count }) },
    shownMs,
    stop,
  );
}
