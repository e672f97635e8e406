import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import type { ListedDecision } from '../../../shared/ipc/views/outbox.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';
import { showNotice } from '../../ui/notice.tsx';
import type { DecisionTableProps } from './decision-table.tsx';
import { RetryButton } from './retry-button.tsx';
import { isUndoable } from './state-words.ts';

/** What can be done about a decision in its present state. */
export function DecisionActions({
  item,
  now,
  onReceipt,
  onSeal,
  onOrder,
  onChanged,
}: { item: ListedDecision; now: number } & Omit<DecisionTableProps, 'counts' | 'first'>) {
  const { t, i18n } = useTranslation(['outbox', 'common']);
  const go = useDesk((desk) => desk.go);
  const chainDoubt = useDesk((desk) => desk.sync?.chainDoubt ?? false);
  const [isUndoing, setIsUndoing] = useState(false);

  async function undo(): Promise<void> {
    setIsUndoing(true);
    const answer = await call('decision.undo', { decisionId: item.decisionId });
    setIsUndoing(false);
    if (answer.ok) showNotice({ tone: 'good', title: t('undoneNotice'), content: item.requestNo }, 6000);
    else tell(i18n, answer.error);
    onChanged();
  }

  return (
    <div className="row">
      {isUndoable(item, now) && (
        <>
          <Button size="small" icon="undo" isPending={isUndoing} onPress={() => void undo()}>
            {t('common:undo')}
          </Button>
          {!waitsForSignOff(item) && !chainDoubt && (
            <Button
              size="small"
              icon="seal"
              onPress={() => {
                onSeal(item);
              }}
            >
              {t('sealNow')}
            </Button>
          )}
        </>
      )}
      {item.attempts > 0 && (item.shown === 'waiting' || item.shown === 'sent') && (
        <RetryButton item={{ kind: 'decision', id: item.decisionId }} of={item.requestNo} />
      )}
      {item.orderNo !== null && item.outcome !== 'hold' && (
        <Button
          size="small"
          icon="print"
          label={t('order.showOf', { orderNo: item.orderNo })}
          onPress={() => {
            onOrder(item);
          }}
        >
          {t('order.show')}
        </Button>
      )}
      {item.receipt !== null && (
        <Button
          size="small"
          icon="receipt"
          onPress={() => {
            onReceipt(item);
          }}
        >
          {t('receipt.show')}
        </Button>
      )}
      {item.conflict !== null && (
        <Button
          size="small"
          variant={item.conflict.endedAt === null ? 'primary' : 'secondary'}
          icon="alert"
          label={t('conflict.showOf', { requestNo: item.requestNo })}
          onPress={() => {
            go({ name: 'conflict', decisionId: item.decisionId });
          }}
        >
          {t('conflict.show')}
        </Button>
      )}
      <Button
        size="small"
        variant="quiet"
        icon="document"
        onPress={() => {
          go({ name: 'review', requestId: item.requestId });
        }}
      >
        {t('openRequest')}
      </Button>
    </div>
  );
}
