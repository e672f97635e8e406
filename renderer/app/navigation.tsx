import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/icon.tsx';
import { useDesk } from './desk-store.ts';
import { formatNumber } from '../../shared/text/format.ts';

const entries = [
  { name: 'queue', icon: 'inbox' },
  { name: 'outbox', icon: 'outbox' },
  { name: 'settings', icon: 'gear' },
] as const satisfies { name: string; icon: IconName }[];

export function Navigation() {
  const { t } = useTranslation('shell');
  const screen = useDesk((desk) => desk.screen);
  const go = useDesk((desk) => desk.go);
  const shown = screen.name === 'review' ? 'queue' : screen.name;
  return (
    <nav className="navigation" aria-label={t('navigation.label')}>
      {entries.map(({ name, icon }) => (
        <button
          key={name}
          type="button"
          aria-current={shown === name ? 'page' : undefined}
          onClick={() => {
            go({ name });
          }}
        >
          <Icon name={icon} />
          <span>{t(`navigation.${name}`)}</span>
          {name === 'outbox' && <OutboxCount />}
        </button>
      ))}
    </nav>
  );
}

/** What in the outbox is not finished: to be sealed, unanswered, refused or contested. */
function OutboxCount() {
  const open = useDesk(({ sync }) =>
    sync === null ? 0 : sync.undoable + sync.unsent + sync.refused + sync.conflicted,
  );
  return open === 0 ? null : <span className="navigation-count">{formatNumber(open)}</span>;
}
