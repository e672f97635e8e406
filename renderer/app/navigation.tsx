import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useDesk, type Screen } from './desk-store.ts';
import { openItemsOf, type OpenItems } from '../../shared/ipc/open-items.ts';
import { formatNumber } from '../../shared/text/format.ts';

const entries = [
  { screen: { name: 'today' }, icon: 'calendar' },
  { screen: { name: 'queue' }, icon: 'inbox' },
  { screen: { name: 'status', requestId: null }, icon: 'search' },
  { screen: { name: 'transfers', requestId: null }, icon: 'transfer' },
  { screen: { name: 'outbox' }, icon: 'outbox' },
  { screen: { name: 'reports' }, icon: 'chart' },
  { screen: { name: 'office' }, icon: 'office' },
  { screen: { name: 'settings' }, icon: 'gear' },
] as const satisfies { screen: Screen; icon: IconName }[];

export function Navigation() {
  const { t } = useTranslation('shell');
  const screen = useDesk((desk) => desk.screen);
  const go = useDesk((desk) => desk.go);
  const shown = entryOf(screen);
  return (
    <nav className="navigation" aria-label={t('navigation.label')}>
      {entries.map(({ screen: entry, icon }) => (
        <button
          key={entry.name}
          type="button"
          aria-current={shown === entry.name ? 'page' : undefined}
          onClick={() => {
            go(entry);
          }}
        >
          <Icon name={icon} />
          <span>{t(`navigation.${entry.name}`)}</span>
          {entry.name === 'outbox' && <OutboxCount />}
        </button>
      ))}
    </nav>
  );
}

/** Screens without an entry of their own belong to another's. */
function entryOf({ name }: Screen) {
  if (name === 'review') return 'queue';
  return name === 'courier' || name === 'sign-off' || name === 'conflict' ? 'outbox' : name;
}

/** What in the outbox is not finished: to be sealed, unanswered, refused or contested. */
function OutboxCount() {
  const open = useDesk(({ sync }) =>
    sync === null ? 0 : notAnswered(openItemsOf(sync)) + sync.refused + sync.conflicted,
  );
  return open === 0 ? null : <span className="navigation-count">{formatNumber(open)}</span>;
}

function notAnswered({ notSealed, unanswered }: OpenItems): number {
  return notSealed + unanswered;
}
