import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { readAppState } from '../../app/start-desk.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

/** What keeps the vault shut and what to do about it; each advice says that nothing was deleted. */
export function VaultProblem({ problem }: { problem: DeskError }) {
  const { t, i18n } = useTranslation(['sign-in', 'common']);
  const text = useErrorText()(problem);
  return (
    <Banner
      tone="bad"
      icon="key"
      title={text.title}
      actions={
        <Button
          icon="sync"
          onPress={() => {
            void readAppState(i18n);
          }}
        >
          {t('common:retry')}
        </Button>
      }
    >
      {text.advice}
    </Banner>
  );
}
