import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/desk-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { openFirstConflict } from './open-first-conflict.ts';
import './conflict-banner.css';

/** On every screen while a decision that came too late waits for an officer; nothing otherwise. */
export function ConflictBanner() {
  const { t, i18n } = useTranslation('conflict');
  const count = useDesk((desk) => desk.sync?.conflicted ?? 0);
  const isOnConflict = useDesk((desk) => desk.screen.name === 'conflict');
  return (
    <section className="conflict-banner" aria-label={t('title')} aria-live="polite" hidden={count === 0}>
      <Icon name="alert" />
      <p>{t('banner', { count })}</p>
      {!isOnConflict && count > 0 && (
        <Button size="small" onPress={() => void openFirstConflict(i18n)}>
          {t('bannerOpen')}
        </Button>
      )}
    </section>
  );
}
