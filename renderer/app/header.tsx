import { useTranslation } from 'react-i18next';
import type { AppState } from '../../shared/ipc/contract.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { useBilingual } from './i18n/use-language.ts';
import { LanguageToggle } from './language-toggle.tsx';
import { useOverlay } from './shortcuts/shortcut-overlay.tsx';
import { lockDesk } from './start-desk.ts';

type SignedIn = NonNullable<AppState['signedIn']>;

export function Header({ app, signedIn }: { app: AppState; signedIn: SignedIn }) {
  const { t, i18n } = useTranslation(['shell', 'common']);
  const say = useBilingual();
  const showShortcuts = useOverlay((overlay) => overlay.show);
  const { officer, district } = signedIn;
  const officerWords = t('officer', { name: say(officer.name), title: say(officer.title) });
  return (
    <header className="header on-dark">
      <span className="header-name">{t('common:appName')}</span>
      <span className="header-place">
        <Icon name="pin" size="small" />
        {t('district', { name: say(district.name) })}
      </span>
      {app.demo && (
        <Badge tone="warn" icon="info">
          {t('demo')}
        </Badge>
      )}
      <span className="header-gap" />
      <span className="header-place">
        <Icon name="user" size="small" />
        <span className="header-officer" title={officerWords}>
          {officerWords}
        </span>
      </span>
      <LanguageToggle />
      <Tooltip text={`${t('shortcuts.open')} (?)`}>
        <Button variant="on-dark" icon="keyboard" label={t('shortcuts.open')} onPress={showShortcuts} />
      </Tooltip>
      <Button variant="on-dark" icon="lock" onPress={() => void lockDesk(i18n)}>
        {t('lock')}
      </Button>
    </header>
  );
}
