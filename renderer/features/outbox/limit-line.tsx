import { useTranslation } from 'react-i18next';
import { formatRecent } from '../../../shared/text/format.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { tell } from '../../app/start-desk.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { showNotice } from '../../ui/notice.tsx';

/** Why scans wait although the link is there, until when, and the way past it. */
export function LimitLine() {
  const { t, i18n } = useTranslation('outbox');
  const status = useDesk((desk) => desk.sync);
  if (!status?.scansWaitUntil || !status.limitUsedUp) return null;

  async function pass(): Promise<void> {
    const answer = await call('sync.passLimit', undefined);
    if (answer.ok) showNotice({ tone: 'good', title: t('limit.passed') }, 5000);
    else tell(i18n, answer.error);
  }

  return (
    <div className="limit-line" role="status">
      <Icon name="pause" />
      <p>{t(`limit.${status.limitUsedUp}`, { at: formatRecent(status.scansWaitUntil, status.today) })}</p>
      <Button size="small" icon="download" onPress={() => void pass()}>
        {t('limit.pass')}
      </Button>
    </div>
  );
}
