import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../shared/ipc/contract.ts';
import { ConflictBanner } from '../features/conflict/conflict-banner.tsx';
import { LimitBanners } from '../features/limits/limit-banners.tsx';
import { syncNow } from '../features/sync/sync-now.ts';
import { SyncStrip } from '../features/sync/sync-strip.tsx';
import { WindowNotices } from '../features/today/window-notices.tsx';
import { Banner } from '../ui/banner.tsx';
import { focusScreenIfLost } from '../ui/focus-screen.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useDesk } from './desk-store.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { formatNumber } from '../../shared/text/format.ts';
import { Header } from './header.tsx';
import { useErrorText } from './i18n/use-error-text.ts';
import { Navigation } from './navigation.tsx';
import { CurrentScreen } from './current-screen.tsx';
import { lockDesk } from './start-desk.ts';
import { ShortcutOverlay, useOverlay } from './shortcuts/shortcut-overlay.tsx';
import { useShortcutListener, useShortcuts } from './shortcuts/use-shortcuts.ts';

type SignedIn = NonNullable<AppState['signedIn']>;

/** The frame round every screen of an officer who is signed in. */
export function Shell({ app, signedIn }: { app: AppState; signedIn: SignedIn }) {
  const screen = useDesk((desk) => desk.screen);
  useShortcutListener();
  useShellShortcuts();
  useEffect(focusScreenIfLost, [screen]);
  return (
    <div className="shell">
      <Header app={app} signedIn={signedIn} />
      <div className="shell-middle">
        <Navigation />
        <div className="shell-main">
          <FillState />
          <ConflictBanner />
          <LimitBanners />
          <WindowNotices />
          <div className="shell-screen">
            <ErrorBoundary resetKey={JSON.stringify(screen)}>
              <CurrentScreen screen={screen} app={app} />
            </ErrorBoundary>
          </div>
        </div>
      </div>
      <SyncStrip />
      <ShortcutOverlay />
    </div>
  );
}

function useShellShortcuts(): void {
  const { t, i18n } = useTranslation('shell');
  const go = useDesk((desk) => desk.go);
  const group = t('shortcuts.general');
  const show = useOverlay((overlay) => overlay.show);
  useShortcuts([
    { keys: ['?', 'F1'], group, label: t('shortcuts.help'), run: show },
    {
      keys: ['Alt+1'],
      group,
      label: t('shortcuts.goQueue'),
      run: () => {
        go({ name: 'queue' });
      },
    },
    {
      keys: ['Alt+2'],
      group,
      label: t('shortcuts.goOutbox'),
      run: () => {
        go({ name: 'outbox' });
      },
    },
    {
      keys: ['Alt+3'],
      group,
      label: t('shortcuts.goSettings'),
      run: () => {
        go({ name: 'settings' });
      },
    },
    {
      keys: ['F3', 'Ctrl+K', 'Alt+4'],
      group,
      label: t('shortcuts.goStatus'),
      run: () => {
        go({ name: 'status', requestId: null });
      },
    },
    {
      keys: ['Alt+5'],
      group,
      label: t('shortcuts.goTransfers'),
      run: () => {
        go({ name: 'transfers', requestId: null });
      },
    },
    {
      keys: ['Alt+6'],
      group,
      label: t('shortcuts.goToday'),
      run: () => {
        go({ name: 'today' });
      },
    },
    {
      keys: ['Alt+7'],
      group,
      label: t('shortcuts.goReports'),
      run: () => {
        go({ name: 'reports' });
      },
    },
    {
      keys: ['Alt+8'],
      group,
      label: t('shortcuts.goOffice'),
      run: () => {
        go({ name: 'office' });
      },
    },
    {
      keys: ['Alt+9'],
      group,
      label: t('shortcuts.goSignOff'),
      run: () => {
        go({ name: 'sign-off' });
      },
    },
    { keys: ['Alt+S'], group, label: t('shortcuts.syncNow'), run: () => void syncNow(i18n) },
    { keys: ['Ctrl+L'], group, label: t('shortcuts.lock'), run: () => void lockDesk(i18n) },
  ]);
}

/** Says that the list is still filling, or that it could not be filled: half a queue never looks like the whole. */
function FillState() {
  const { t } = useTranslation(['shell', 'common']);
  const errorText = useErrorText();
  const fill = useDesk((desk) => desk.fill);
  const error = useDesk((desk) => desk.fillError);
  if (error !== null) {
    return (
      <div className="shell-fill">
        <Banner tone="bad" title={t('filling.failed')}>
          <p>{t('filling.failedAdvice')}</p>
          <p>{t('common:sentences', { first: errorText(error).title, second: errorText(error).advice })}</p>
        </Banner>
      </div>
    );
  }
  if (fill !== null && fill.loaded >= fill.total) return null;
  const counts = fill && { loaded: formatNumber(fill.loaded), total: formatNumber(fill.total) };
  return (
    <div className="shell-fill">
      <ProgressBar
        label={t('filling.label')}
        value={fill === null ? null : fill.loaded / fill.total}
        {...(counts && { valueText: t('filling.of', counts) })}
      />
    </div>
  );
}
