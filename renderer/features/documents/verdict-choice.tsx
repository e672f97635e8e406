import { useTranslation } from 'react-i18next';
import type { CheckVerdict } from '../../../shared/domain/documents/document-check.ts';
import { Icon } from '../../ui/icon.tsx';

interface Props {
  /** What it is a verdict on, spoken. */
  about: string;
  verdict: CheckVerdict['verdict'] | null;
  /** Null where the review is over: the verdict is only shown. */
  onChoose: ((verdict: CheckVerdict['verdict'] | null) => void) | null;
}

const choices = [
  { verdict: 'in-order', icon: 'check' },
  { verdict: 'not-in-order', icon: 'close' },
] as const;

/** The officer's own judgement beside an advice; pressing it again takes it back. */
export function VerdictChoice({ about, verdict, onChoose }: Props) {
  const { t } = useTranslation('documents');
  return (
    <span className="verdict" role="group" aria-label={t('verdict.label', { about })}>
      {choices.map((choice) => (
        <button
          key={choice.verdict}
          type="button"
          className="verdict-choice"
          data-verdict={choice.verdict}
          aria-pressed={verdict === choice.verdict}
          disabled={onChoose === null}
          onClick={() => {
            onChoose?.(verdict === choice.verdict ? null : choice.verdict);
          }}
        >
          <Icon name={choice.icon} size="small" />
          {t(`verdict.${choice.verdict}`)}
        </button>
      ))}
    </span>
  );
}
