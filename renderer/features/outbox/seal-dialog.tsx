import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';
import { call } from '../../app/bridge.ts';
import { tell } from '../../app/start-desk.ts';
import { AlertDialog } from '../../ui/dialog.tsx';
import { showSealed } from './show-sealed.ts';

/** The most that one call may seal; more go in several. */
const largestBatch = 500;

/** Asks before the grace period is given up. */
export function SealDialog({ items, onClose }: { items: readonly OutboxItem[]; onClose: () => void }) {
  const { t, i18n } = useTranslation(['outbox', 'common']);
  const [isSealing, setIsSealing] = useState(false);

  async function seal(): Promise<void> {
    setIsSealing(true);
    for (let from = 0; from < items.length; from += largestBatch) {
      const batch = items.slice(from, from + largestBatch).map((item) => item.decisionId);
      const answer = await call('decision.seal', { decisionIds: batch });
      if (answer.ok) continue;
      setIsSealing(false);
      tell(i18n, answer.error);
      onClose();
      return;
    }
    setIsSealing(false);
    showSealed(items, t);
    onClose();
  }

  return (
    <AlertDialog
      title={t('sealConfirm.title')}
      isOpen={items.length > 0}
      onCancel={onClose}
      onConfirm={() => void seal()}
      cancelLabel={t('common:cancel')}
      confirmLabel={t('sealConfirm.yes')}
      isPending={isSealing}
    >
      <p>{t('sealConfirm.text', { count: items.length })}</p>
      <ul className="seal-list">
        {items.slice(0, 8).map((item) => (
          <li key={item.decisionId}>
            {item.requestNo} · {t(`common:outcomeDone.${item.outcome}`)}
          </li>
        ))}
        {items.length > 8 && <li>…</li>}
      </ul>
    </AlertDialog>
  );
}
