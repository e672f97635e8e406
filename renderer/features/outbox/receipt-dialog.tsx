import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem } from '../../../shared/ipc/contract.ts';
import { formatInstant } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { useReading } from '../../app/use-reading.ts';
import { Banner } from '../../ui/banner.tsx';
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
    <div className="stack">
      <Proof decisionId={item.decisionId} />
      <FactList
        facts={[
          { id: 'number', name: t('receipt.number'), value: receipt.serverSequence },
          { id: 'at', name: t('receipt.acceptedAt'), value: formatInstant(receipt.acceptedAt) },
          { id: 'request', name: t('receipt.request'), value: `${item.requestNo} · ${item.kioskCode}` },
          { id: 'centre', name: t('receipt.centre'), value: say(item.centreName) },
          { id: 'decision', name: t('receipt.decision'), value: t(`common:outcomeDone.${item.outcome}`) },
          ...(item.orderNo === null
            ? []
            : [{ id: 'order', name: t('receipt.orderNo'), value: item.orderNo }]),
          {
            id: 'hash',
            name: t('receipt.hash'),
            value: <span className="mono">{receipt.contentHash}</span>,
          },
          { id: 'id', name: t('receipt.id'), value: <span className="mono">{item.decisionId}</span> },
        ]}
      />
    </div>
  );
}

/** Checked anew each time, never taken from the state of the decision. */
function Proof({ decisionId }: Pick<OutboxItem, 'decisionId'>) {
  const { t } = useTranslation('outbox');
  const { value: proof, error } = useReading(
    useCallback(() => call('outbox.receipt', { decisionId }), [decisionId]),
  );
  if (error !== null) return <ErrorBanner error={error} />;
  if (proof === null) return <p className="muted">{t('receipt.checking')}</p>;
  if (!proof.isProven) {
    return (
      <Banner tone="bad" title={t('receipt.broken')}>
        <p>{t('receipt.brokenText')}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="good" title={t('receipt.proven')}>
      <p>{t('receipt.provenText', { at: formatInstant(proof.checkedAt) })}</p>
      <p>
        {t('receipt.key')} <span className="mono receipt-key">{proof.keySha256}</span>
      </p>
    </Banner>
  );
}
