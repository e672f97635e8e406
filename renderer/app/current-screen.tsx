import { unreachable } from '../../shared/result.ts';
import type { AppState } from '../../shared/ipc/contract.ts';
import { OutboxScreen } from '../features/outbox/outbox-screen.tsx';
import { QueueScreen } from '../features/queue/queue-screen.tsx';
import { ReviewScreen } from '../features/review/review-screen.tsx';
import { SettingsScreen } from '../features/settings/settings-screen.tsx';
import { StatusScreen } from '../features/status-desk/status-screen.tsx';
import { TransfersScreen } from '../features/transfers/transfers-screen.tsx';
import type { Screen } from './desk-store.ts';

export function CurrentScreen({ screen, app }: { screen: Screen; app: AppState }) {
  switch (screen.name) {
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
    case 'settings':
      return <SettingsScreen app={app} />;
    default:
      return unreachable(screen);
  }
}
