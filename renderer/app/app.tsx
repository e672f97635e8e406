import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { unreachable } from '../../shared/result.ts';
import type { AppState } from '../../shared/ipc/contract.ts';
import { EnrolmentScreen } from '../features/enrolment/enrolment-screen.tsx';
import { RecoveryKeyScreen } from '../features/enrolment/recovery-key-screen.tsx';
import { LeaveScreen } from '../features/leave/leave-screen.tsx';
import { SignInScreen } from '../features/sign-in/sign-in-screen.tsx';
import { NoticeRegion } from '../ui/notice.tsx';
import { useDesk } from './desk-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { useLanguage } from './i18n/use-language.ts';
import { Shell } from './shell.tsx';
import { StartScreen } from './start-screen.tsx';

/** The whole window. What it shows follows from the main process's word on the phase, never from the page's memory. */
export function App() {
  const language = useLanguage();
  const { t } = useTranslation();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('appName');
  }, [language, t]);
  return (
    <I18nProvider locale={language === 'hi' ? 'hi-IN' : 'en-IN'}>
      <ErrorBoundary>
        <Phase />
      </ErrorBoundary>
      <NoticeRegion label={t('notices')} closeLabel={t('close')} />
    </I18nProvider>
  );
}

function Phase() {
  const app = useDesk((desk) => desk.app);
  const enrolment = useDesk((desk) => desk.enrolment);
  if (app === null) return <StartScreen />;
  if (enrolment?.step === 'recovery-key')
    return <RecoveryKeyScreen app={app} recoveryKey={enrolment.recoveryKey} />;
  // In one place for both: were it drawn anew when the enrolment starts, what was typed would be lost if it fails.
  if (enrolment?.step === 'working' || isToBeEnrolled(app)) return <EnrolmentScreen app={app} />;
  return <ScreenOfPhase app={app} />;
}

function isToBeEnrolled(app: AppState): boolean {
  return app.phase === 'not-enrolled' && app.problem === null;
}

function ScreenOfPhase({ app }: { app: AppState }) {
  switch (app.phase) {
    case 'not-enrolled':
    case 'signed-out':
      return <SignInScreen app={app} />;
    case 'signed-in':
      return app.signedIn === null ? <StartScreen /> : <Shell app={app} signedIn={app.signedIn} />;
    case 'leaving':
      return app.signedIn === null ? <StartScreen /> : <LeaveScreen app={app} signedIn={app.signedIn} />;
    default:
      return unreachable(app.phase);
  }
}
