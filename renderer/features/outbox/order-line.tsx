import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';

/** The number of the order, and how it stands: waiting for the receipt, or void. */
export function OrderLine({ item }: { item: OutboxItem }) {
  const { t } = useTranslation('outbox');
  if (item.orderNo === null) return null;
  const standing = standingOf(item);
  return (
    <p className="order-line">
      <span className="order-number">
        {t(item.outcome === 'hold' ? 'order.holdNumber' : 'order.number', { orderNo: item.orderNo })}
      </span>
      {standing !== null && <span className="muted"> · {t(`order.${standing}`)}</span>}
    </p>
  );
}

/** A refused or contested decision keeps its number, as void: there is no gap in the series. */
export function standingOf(item: Pick<OutboxItem, 'state' | 'receipt'>): 'void' | 'receiptPending' | null {
  if (item.state === 'refused' || item.state === 'conflicted') return 'void';
  return item.receipt === null ? 'receiptPending' : null;
}
