import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant, formatNumber } from '../../../shared/text/format.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { LeaveView } from '../../../shared/ipc/views/leave.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';

type Act = 'sync' | 'write' | 'read';

/** How what is signed still reaches the central office: by the link, or on a stick where there is none. */
export function SendPanel({ view }: { view: LeaveView }) {
  const { t } = useTranslation('leave');
  const problem = useDesk((desk) => desk.sync?.problem ?? null);
  const [busy, setBusy] = useState<Act | null>(null);
  const [error, setError] = useState<DeskError | null>(null);
  const [told, setTold] = useState<string | null>(null);

  async function run(act: Act, work: () => Promise<{ error: DeskError | null; told: string | null }>) {
    setBusy(act);
    setTold(null);
    const outcome = await work();
    setBusy(null);
    setError(outcome.error);
    setTold(outcome.told);
  }

  const syncNow = async () => {
    const answer = await call('sync.now', undefined);
    return { error: answer.ok ? null : answer.error, told: null };
  };
  const write = async () => {
    const answer = await call('courier.write', undefined);
    if (!answer.ok) return { error: answer.error, told: null };
    const { savedAs, decisions } = answer.value;
    const number = formatNumber(decisions);
    return {
      error: null,
      told: savedAs === null ? t('send.cancelled') : t('send.written', { name: savedAs, number }),
    };
  };
  const read = async () => {
    const answer = await call('courier.read', undefined);
    if (!answer.ok) return { error: answer.error, told: null };
    if (answer.value === null) return { error: null, told: t('send.cancelled') };
    const { accepted, conflicted, refused } = answer.value;
    return { error: null, told: t('send.read', { number: formatNumber(accepted + conflicted + refused) }) };
  };

  return (
    <Panel title={t('send.title')}>
      <div className="stack">
        <p>{t(problem === null ? 'send.text' : 'send.textNoLink', { at: formatInstant(view.sendUntil) })}</p>
        <ErrorBanner error={error} />
        {told !== null && (
          <Banner tone="info" title={told}>
            {null}
          </Banner>
        )}
        <div className="row">
          <Button
            variant="primary"
            icon="sync"
            isPending={busy === 'sync'}
            isDisabled={busy !== null && busy !== 'sync'}
            onPress={() => void run('sync', syncNow)}
          >
            {t('send.now')}
          </Button>
          <Button
            icon="upload"
            isPending={busy === 'write'}
            isDisabled={busy !== null && busy !== 'write'}
            onPress={() => void run('write', write)}
          >
            {t('send.write')}
          </Button>
          <Button
            icon="download"
            isPending={busy === 'read'}
            isDisabled={busy !== null && busy !== 'read'}
            onPress={() => void run('read', read)}
          >
            {t('send.readButton')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
