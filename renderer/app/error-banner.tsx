import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../shared/ipc/errors.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useErrorText } from './i18n/use-error-text.ts';

/** What went wrong on a screen and what to do about it; nothing while nothing did. */
export function ErrorBanner({ error, onRetry }: { error: DeskError | null; onRetry?: () => void }) {
  const { t } = useTranslation('common');
  const errorText = useErrorText();
  if (error === null) return null;
  const { title, advice } = errorText(error);
  const again = onRetry && (
    <Button size="small" onPress={onRetry}>
      {t('retry')}
    </Button>
  );
  return (
    <Banner tone="bad" title={title} actions={again}>
      {advice}
    </Banner>
  );
}
