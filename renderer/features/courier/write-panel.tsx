import { useTranslation } from 'react-i18next';
import type { CourierState, CourierWritten } from '../../../shared/ipc/views/courier.ts';
import { formatBytes, formatInstant, formatNumber } from '../../../shared/text/format.ts';
import { useDesk } from '../../app/desk-store.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { FactList, Panel } from '../../ui/panel.tsx';
import { CourierProgress } from './courier-progress.tsx';
import { CourierSteps } from './courier-steps.tsx';
import type { Courier } from './use-courier.ts';

/** From this desk to the central office. */
export function WritePanel({ courier }: { courier: Courier }) {
  const { t } = useTranslation('courier');
  const { state, busy, written } = courier;
  return (
    <Panel title={t('write.title')}>
      <div className="stack">
        <CourierSteps steps={[t('write.steps.insert'), t('write.steps.write'), t('write.steps.carry')]} />
        {state && <GoesAlong state={state} />}
        <div className="row">
          <Button
            variant="primary"
            icon="upload"
            isPending={busy === 'write'}
            isDisabled={busy === 'read'}
            onPress={() => void courier.write()}
          >
            {t('write.button')}
          </Button>
          {state && (
            <span className="muted">
              {state.writtenAt === null
                ? t('write.never')
                : t('write.last', { at: formatInstant(state.writtenAt) })}
            </span>
          )}
        </div>
        {busy === 'write' && <CourierProgress progress={courier.progress} />}
        {written.is === 'failed' && <ErrorBanner error={written.error} />}
        {written.is === 'cancelled' && (
          <Banner tone="info" title={t('write.cancelled')}>
            {t('write.cancelledText')}
          </Banner>
        )}
        {written.is === 'done' && <Written written={written.value} />}
      </div>
    </Panel>
  );
}

function GoesAlong({ state }: { state: CourierState }) {
  const { t } = useTranslation('courier');
  const go = useDesk((desk) => desk.go);
  const { decisions, acts, undoable, scansMissing, chainDoubt } = state;
  return (
    <section aria-label={t('write.holds')}>
      <h3>{t('write.holds')}</h3>
      <FactList
        facts={[
          { id: 'decisions', name: t('write.decisions'), value: formatNumber(decisions) },
          { id: 'acts', name: t('write.acts'), value: formatNumber(acts) },
          { id: 'scans', name: t('write.asks'), value: formatNumber(scansMissing) },
        ]}
      />
      {decisions + acts === 0 && <p className="muted">{t('write.nothing')}</p>}
      {chainDoubt && (
        <Banner tone="warn" title={t('write.chainDoubt')}>
          {t('write.chainDoubtText')}
        </Banner>
      )}
      {undoable > 0 && !chainDoubt && (
        <Banner
          tone="warn"
          title={t('write.undoable', { count: undoable })}
          actions={
            <Button
              size="small"
              onPress={() => {
                go({ name: 'outbox' });
              }}
            >
              {t('write.openOutbox')}
            </Button>
          }
        />
      )}
    </section>
  );
}

function Written({ written }: { written: CourierWritten }) {
  const { t } = useTranslation('courier');
  return (
    <Banner tone="good" title={t('write.done')}>
      <p className="courier-file">
        {t('write.doneText', { name: written.savedAs ?? '', size: formatBytes(written.bytes) })}
      </p>
      <p>{t('write.carried', { count: written.decisions })}</p>
      <p>{t('write.next')}</p>
    </Banner>
  );
}
