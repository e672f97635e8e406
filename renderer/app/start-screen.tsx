import { useTranslation } from 'react-i18next';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Spinner } from '../ui/icon.tsx';
import { useDesk } from './desk-store.ts';
import { useErrorText } from './i18n/use-error-text.ts';
import { readAppState } from './start-desk.ts';

/** Before the main process has said where the app stands; and what to do when it does not. */
export function StartScreen() {
  const { t, i18n } = useTranslation(['shell', 'common']);
  const errorText = useErrorText();
  const error = useDesk((desk) => desk.startError);
  return (
    <main className="gate">
      {error === null ? (
        <p className="row muted" role="status">
          <Spinner />
          {t('starting')}
        </p>
      ) : (
        <Banner
          tone="bad"
          title={t('stateFailed')}
          actions={
            <Button icon="sync" onPress={() => void readAppState(i18n)}>
              {t('common:retry')}
            </Button>
          }
        >
          {errorText(error).advice}
        </Banner>
      )}
    </main>
  );
}
