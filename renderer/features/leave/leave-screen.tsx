import { useTranslation } from 'react-i18next';
import { formatInstant, formatNumber } from '../../../shared/text/format.ts';
import type { AppState } from '../../../shared/ipc/contract.ts';
import type { LeaveView } from '../../../shared/ipc/views/leave.ts';
import { call } from '../../app/bridge.ts';
import { ErrorBanner } from '../../app/error-banner.tsx';
import { Gate } from '../../app/gate.tsx';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { lockDesk } from '../../app/start-desk.ts';
import { useReading } from '../../app/use-reading.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { KeptRecord } from './kept-record.tsx';
import { LeaveSteps } from './leave-steps.tsx';
import { SendPanel } from './send-panel.tsx';
import './leave.css';

const readLeave = () => call('leave.state', undefined);

/** All that a desk shows which leaves its district: what happens, what is still sent, what stays, whom to ask. */
export function LeaveScreen({
  app,
  signedIn,
}: {
  app: AppState;
  signedIn: NonNullable<AppState['signedIn']>;
}) {
  const { t, i18n } = useTranslation(['leave', 'shell']);
  const say = useBilingual();
  const { value: view, error, reload } = useReading(readLeave);
  const district = say(signedIn.district.name);
  return (
    <Gate app={app} size="wide">
      <div className="stack">
        <div className="leave-head">
          <h1>{t(view?.phase === 'done' ? 'titleDone' : 'title', { district })}</h1>
          <Button icon="lock" onPress={() => void lockDesk(i18n)}>
            {t('shell:lock')}
          </Button>
        </div>
        <ErrorBanner error={error} onRetry={reload} />
        {view && <Told view={view} district={district} />}
      </div>
    </Gate>
  );
}

function Told({ view, district }: { view: LeaveView; district: string }) {
  const { t } = useTranslation('leave');
  const { why, since, phase } = view;
  return (
    <>
      <Banner tone="warn" title={t(`why.${why}`, { at: formatInstant(since), district })}>
        <p>{t(phase === 'done' ? 'whatDone' : 'what')}</p>
      </Banner>
      <LeaveSteps view={view} />
      {phase === 'sending' && <SendPanel view={view} />}
      {phase === 'done' && <Unanswered view={view} />}
      <KeptRecord decisions={view.decisions} />
      <p className="muted">{t('ask')}</p>
    </>
  );
}

/** The time to send was over before everything had its answer: said plainly, with what to do. */
function Unanswered({ view: { unsent, unsentActs } }: { view: LeaveView }) {
  const { t } = useTranslation('leave');
  if (unsent + unsentActs === 0) return null;
  return (
    <Banner
      tone="bad"
      title={t('unanswered', { count: unsent + unsentActs, number: formatNumber(unsent + unsentActs) })}
    >
      <p>{t('unansweredAdvice')}</p>
    </Banner>
  );
}
