import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { openItems, parkedItems } from '../../../shared/ipc/open-items.ts';
import type { ItemTotals } from '../../../shared/ipc/views/outbox.ts';
import { formatBytes, formatNumber, formatRecent } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';

/** What waits both ways, the bytes of the day, the last good contact; and trying all at once. */
export function SyncFacts({ totals }: { totals: ItemTotals }) {
  const { t, i18n } = useTranslation('outbox');
  const status = useDesk((desk) => desk.sync);
  const [isAsking, setIsAsking] = useState(false);
  const open = openItems(totals);
  const [parked, byHand] = [parkedItems(totals), totals.scan.hand];

  async function tryAll(): Promise<void> {
    setIsAsking(true);
    const answer = await call('outbox.retryAll', undefined);
    setIsAsking(false);
    if (!answer.ok) tell(i18n, answer.error);
  }

  return (
    <div className="sync-facts">
      <dl>
        <Fact name={t('facts.notSealed')} value={formatNumber(open.notSealed)} />
        <Fact name={t('facts.unanswered')} value={formatNumber(open.unanswered)} />
        {open.acts > 0 && <Fact name={t('facts.acts')} value={formatNumber(open.acts)} />}
        <Fact
          name={t('facts.scans')}
          value={
            byHand === 0
              ? formatNumber(open.scansToCome)
              : t('facts.scansByHand', { all: formatNumber(open.scansToCome), hand: formatNumber(byHand) })
          }
        />
        {open.scansToSend > 0 && <Fact name={t('facts.uploads')} value={formatNumber(open.scansToSend)} />}
        {parked > 0 && <Fact name={t('facts.parked')} value={formatNumber(parked)} />}
        {status !== null && (
          <>
            <Fact
              name={t('facts.today')}
              value={t('facts.traffic', {
                received: formatBytes(status.bytesReceived),
                sent: formatBytes(status.bytesSent),
              })}
            />
            <Fact
              name={t('facts.lastContact')}
              value={
                status.lastContactAt === null
                  ? t('facts.never')
                  : formatRecent(status.lastContactAt, status.today)
              }
            />
            {status.nextTryAt !== null && (
              <Fact name={t('facts.nextTry')} value={formatRecent(status.nextTryAt, status.today)} />
            )}
          </>
        )}
      </dl>
      <Button icon="sync" isPending={isAsking} onPress={() => void tryAll()}>
        {t('tryAll')}
      </Button>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
