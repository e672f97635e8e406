import { unreachable } from '../../shared/result.ts';
import type { AppState } from '../../shared/ipc/contract.ts';
import { ConflictScreen } from '../features/conflict/conflict-screen.tsx';
import { CourierScreen } from '../features/courier/courier-screen.tsx';
import { OfficeScreen } from '../features/office/office-screen.tsx';
import { OutboxScreen } from '../features/outbox/outbox-screen.tsx';
import { QueueScreen } from '../features/queue/queue-screen.tsx';
import { ReportsScreen } from '../features/reports/reports-screen.tsx';
import { ReviewScreen } from '../features/review/review-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { SignOffScreen } from '../features/sign-off/sign-off-screen.tsx';
import { StatusScreen } from '../features/status-desk/status-screen.tsx';
import { TransfersScreen } from '../features/transfers/transfers-screen.tsx';
import { TodayScreen } from '../features/today/today-screen.tsx';
import type { Screen } from './desk-store.ts';

export function CurrentScreen({ screen, app }: { screen: Screen; app: AppState }) {
  switch (screen.name) {
    case 'today':
      return <TodayScreen />;
    case 'queue':
      return <QueueScreen />;
    case 'review':
      return <ReviewScreen key={screen.requestId} requestId={screen.requestId} />;
    case 'status':
      return <StatusScreen requestId={screen.requestId} />;
    case 'transfers':
      return <TransfersScreen requestId={screen.requestId} />;
    case 'outbox':
      return <OutboxScreen />;
    case 'conflict':
      return <ConflictScreen key={screen.decisionId} decisionId={screen.decisionId} />;
    case 'courier':
      return <CourierScreen />;
    case 'sign-off':
      return <SignOffScreen />;
    case 'reports':
      return <ReportsScreen />;
    case 'office':
      return <OfficeScreen />;
    case 'settings':
      return <SettingsScreen app={app} />;
    default:
      return unreachable(screen);
  }
}
