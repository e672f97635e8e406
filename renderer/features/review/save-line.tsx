import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';
import { useErrorText } from '../../app/i18n/use-error-text.ts';
import type { SaveState } from './draft-saver.ts';

interface Props {
  save: SaveState;
  /** A text that must not be kept: the line says that it was left out. */
  isWithheld: boolean;
  isRestored: boolean;
  onRetry: () => void;
}

/** Whether the draft is kept: never "saved" while something is not. */
export function SaveLine({ save, isWithheld, isRestored, onRetry }: Props) {
  const { t } = useTranslation('review');
  const errorText = useErrorText();
  if (save.kind === 'failed') {
    return (
      <div className="review-save" data-kind="failed" role="alert">
        <span>
          {t('draft.failed')} {errorText(save.error).title}
        </span>
        <Button size="small" onPress={onRetry}>
          {t('draft.retry')}
        </Button>
      </div>
    );
  }
  if (isWithheld) {
    return (
      <p className="review-save" data-kind="withheld">
        {t('draft.withheld')}
      </p>
    );
  }
  return (
    <p className="review-save muted" data-kind={save.kind}>
      {save.kind === 'saved' &&
        t('draft.saved', { time: formatTime(new Date(save.at).toISOString(), 'seconds') })}
      {(save.kind === 'waiting' || save.kind === 'saving') && t('draft.saving')}
      {save.kind === 'clean' && isRestored && t('draft.restored')}
    </p>
  );
}
