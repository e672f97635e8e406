import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FactList } from '../../ui/panel.tsx';

/** The server's signed answer to a decision, as kept in the vault. */
export function ReceiptDialog({ item, onClose }: { item: OutboxItem | null; onClose: () => void }) {
  const { t } = useTranslation(['outbox', 'common']);
  const receipt = item?.receipt ?? null;
  return (
    <Dialog
      title={t('receipt.title')}
      isOpen={item !== null && receipt !== null}
      onClose={onClose}
      closeLabel={t('common:close')}
    >
      {item !== null && receipt !== null && <Receipt item={item} receipt={receipt} />}
    </Dialog>
  );
}

function Receipt({ item, receipt }: { item: OutboxItem; receipt: NonNullable<OutboxItem['receipt']> }) {
  const { t } = useTranslation(['outbox', 'common']);
  const say = useBilingual();
  return (
    <FactList
      facts={[
        { id: 'number', name: t('receipt.number'), value: receipt.serverSequence },
        { id: 'at', name: t('receipt.acceptedAt'), value: formatInstant(receipt.acceptedAt) },
        { id: 'request', name: t('receipt.request'), value: `${item.requestNo} · ${item.kioskCode}` },
        { id: 'centre', name: t('receipt.centre'), value: say(item.centreName) },
        { id: 'decision', name: t('receipt.decision'), value: t(`common:outcomeDone.${item.outcome}`) },
        ...(item.orderNo === null ? [] : [{ id: 'order', name: t('receipt.orderNo'), value: item.orderNo }]),
        {
          id: 'hash',
          name: t('receipt.hash'),
          value: <span className="mono">{receipt.contentHash}</span>,
        },
        { id: 'id', name: t('receipt.id'), value: <span className="mono">{item.decisionId}</span> },
      ]}
    />
  );
}
