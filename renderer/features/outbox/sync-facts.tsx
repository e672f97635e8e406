import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  const { decision, act, scan } = totals;
  const open = [decision, act].reduce((sum, counts) => sum + counts.waiting + counts['under-way'], 0);

  async function tryAll(): Promise<void> {
    setIsAsking(true);
    const answer = await call('outbox.retryAll', undefined);
    setIsAsking(false);
    if (!answer.ok) tell(i18n, answer.error);
  }

  return (
    <div className="sync-facts">
      <dl>
        <Fact name={t('facts.toSend')} value={formatNumber(open)} />
        <Fact name={t('facts.unanswered')} value={formatNumber(decision.sent)} />
        <Fact name={t('facts.scans')} value={formatNumber(scan.waiting + scan['under-way'])} />
        <Fact
          name={t('facts.parked')}
          value={formatNumber(act.parked + scan.parked + totals.upload.parked)}
        />
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
