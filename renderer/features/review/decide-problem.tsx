import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import { Banner } from '../../ui/banner.tsx';

/** Why nothing was recorded, what to do, and that what was typed is still there. */
export function DecideProblem({ problem }: { problem: DeskError }) {
  const { t } = useTranslation('review');
  const errorText = useErrorText();
  const { title, advice } = errorText(problem);
  return (
    <Banner tone="bad" title={title}>
      <p>
        {advice} {t('problem.kept')}
      </p>
    </Banner>
  );
}
