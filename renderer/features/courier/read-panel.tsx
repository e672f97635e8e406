import { useTranslation } from 'react-i18next';
import type { CourierReading } from '../../../shared/ipc/views/courier.ts';
import { formatInstant, formatNumber } from '../../../shared/text/format.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FactList, Panel } from '../../ui/panel.tsx';
import { CourierProgress } from './courier-progress.tsx';
import { CourierSteps } from './courier-steps.tsx';
import type { Courier } from './use-courier.ts';

/** From the central office to this desk. */
export function ReadPanel({ courier }: { courier: Courier }) {
  const { t } = useTranslation('courier');
  const { state, busy, reading } = courier;
  return (
    <Panel title={t('read.title')}>
      <div className="stack">
        <CourierSteps steps={[t('read.steps.insert'), t('read.steps.choose'), t('read.steps.see')]} />
        <div className="row">
          <Button
            variant="primary"
            icon="download"
            isPending={busy === 'read'}
            isDisabled={busy === 'write'}
            onPress={() => void courier.read()}
          >
            {t('read.button')}
          </Button>
          {state && (
            <span className="muted">
              {state.readAt === null ? t('read.never') : t('read.last', { at: formatInstant(state.readAt) })}
            </span>
          )}
        </div>
        {busy === 'read' && <CourierProgress progress={courier.progress} />}
        {reading.is === 'failed' && <ErrorBanner error={reading.error} />}
        {reading.is === 'cancelled' && (
          <Banner tone="info" title={t('read.cancelled')}>
            {t('read.cancelledText')}
          </Banner>
        )}
        {reading.is === 'done' && <Taken reading={reading.value} />}
      </div>
    </Panel>
  );
}

function Taken({ reading }: { reading: CourierReading }) {
  const { t } = useTranslation('courier');
  const { wasRead, chain, fileName, sequence, madeAt, conflicted, refused, remaining } = reading;
  // Those that are always told, and of the others what there is.
  const always = ['accepted', 'unanswered', 'newRequests'];
  const facts = [
    ['accepted', t('read.accepted')],
    ['conflicted', t('read.conflicted')],
    ['refused', t('read.refused')],
    ['unanswered', t('read.unanswered')],
    ['actsAnswered', t('read.acts')],
    ['newRequests', t('read.newRequests')],
    ['changes', t('read.changes')],
    ['scans', t('read.scans')],
    ['scansRefused', t('read.scansRefused')],
  ] as const;
  const told = facts.filter(([id]) => always.includes(id) || reading[id] > 0);
  return (
    <>
      <Banner tone={wasRead ? 'info' : 'good'} title={wasRead ? t('read.again') : t('read.done')}>
        <p className="courier-file">
          {t('read.doneText', {
            name: fileName,
            number: formatNumber(sequence),
            at: formatInstant(madeAt),
          })}
        </p>
        {wasRead && <p>{t('read.againText')}</p>}
      </Banner>
      {chain === 'rejoined' && (
        <Banner tone="info" title={t('read.rejoined')}>
          {t('read.rejoinedText')}
        </Banner>
      )}
      {chain === 'in-doubt' && (
        <Banner tone="warn" title={t('read.inDoubt')}>
          {t('read.inDoubtText')}
        </Banner>
      )}
      <section aria-label={t('read.result')}>
        <h3>{t('read.result')}</h3>
        <FactList facts={told.map(([id, name]) => ({ id, name, value: formatNumber(reading[id]) }))} />
        {conflicted + refused > 0 && <p>{t('read.look')}</p>}
        {remaining > 0 && <p>{t('read.remaining', { count: remaining })}</p>}
      </section>
    </>
  );
}
