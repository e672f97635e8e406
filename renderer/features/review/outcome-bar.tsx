import { useTranslation } from 'react-i18next';
import { useId } from 'react';
import { obstacleTo, type DecidableRequest } from '../../../shared/domain/check-decision.ts';
import type { Outcome } from '../../../shared/domain/decision.ts';
import type { LimitName } from '../../../shared/domain/desk-limits.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';

export const outcomes: readonly { outcome: Outcome; key: string; icon: IconName }[] = [
  { outcome: 'approve', key: 'a', icon: 'check' },
  { outcome: 'return', key: 't', icon: 'return' },
  { outcome: 'hold', key: 'h', icon: 'pause' },
  { outcome: 'reject', key: 'r', icon: 'close' },
];

interface Props {
  request: DecidableRequest;
  /** The office's limit that holds approvals back. */
  held: LimitName | null;
  chosen: Outcome | null;
  isDisabled: boolean;
  onChoose: (outcome: Outcome) => void;
}

/**
 * The four decisions; one that the request does not have open says why, below. Choosing one asks for what it needs;
 * nothing is recorded before it is confirmed.
 */
export function OutcomeBar({ request, held, chosen, isDisabled, onChoose }: Props) {
  const { t } = useTranslation('review');
  const reasonId = useId();
  const closed = outcomes.flatMap(({ outcome }) => {
    const why = obstacleTo(outcome, request);
    return why === null ? [] : [{ outcome, why }];
  });
  const whyClosed = (outcome: Outcome) => closed.find((each) => each.outcome === outcome)?.why ?? null;
  // A reason that closes all four is said once.
  const [first] = closed;
  const isHeld = held !== null && whyClosed('approve') === null;
  const isClosed = (outcome: Outcome) => whyClosed(outcome) !== null || (isHeld && outcome === 'approve');
  const obstacleWords =
    first && closed.length === outcomes.length
      ? t(`decide.obstacles.${first.why}`)
      : closed
          .map(({ outcome, why }) =>
            t('decide.obstacle', { outcome: t(`outcomes.${outcome}`), why: t(`decide.obstacles.${why}`) }),
          )
          .join('; ');
  return (
    <>
      <div className="review-outcomes" role="group" aria-label={t('decide.prompt')}>
        {outcomes.map(({ outcome, key, icon }) => (
          <button
            key={outcome}
            type="button"
            className="review-outcome"
            data-outcome={outcome}
            aria-pressed={chosen === outcome}
            aria-keyshortcuts={key}
            disabled={isDisabled || isClosed(outcome)}
            aria-describedby={isClosed(outcome) ? reasonId : undefined}
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
      {(closed.length > 0 || isHeld) && (
        <p id={reasonId} className="review-obstacles muted">
          {[obstacleWords, isHeld ? t(`decide.held.${held}`) : ''].filter((words) => words !== '').join('; ')}
        </p>
      )}
    </>
  );
}
