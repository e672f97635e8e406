import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../shared/domain/decision.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';

export const outcomes: readonly { outcome: Outcome; key: string; icon: IconName }[] = [
  { outcome: 'approve', key: 'a', icon: 'check' },
  { outcome: 'return', key: 't', icon: 'return' },
  { outcome: 'hold', key: 'h', icon: 'pause' },
  { outcome: 'reject', key: 'r', icon: 'close' },
];

interface Props {
  chosen: Outcome | null;
  isDisabled: boolean;
  onChoose: (outcome: Outcome) => void;
}

/** The four decisions. Choosing one asks for what it needs; nothing is recorded before it is confirmed. */
export function OutcomeBar({ chosen, isDisabled, onChoose }: Props) {
  const { t } = useTranslation('review');
  return (
    <div className="review-outcomes" role="group" aria-label={t('decide.prompt')}>
      {outcomes.map(({ outcome, key, icon }) => (
        <button
          key={outcome}
          type="button"
          className="review-outcome"
          data-outcome={outcome}
          aria-pressed={chosen === outcome}
          aria-keyshortcuts={key}
          disabled={isDisabled}
          onClick={() => {
            onChoose(outcome);
          }}
        >
          <Icon name={icon} size="small" />
          {t(`outcomes.${outcome}`)}
          <KeyHint keys={key.toUpperCase()} />
        </button>
      ))}
    </div>
  );
}
