import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionId } from '../../../shared/domain/ids.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import { formatCountdown } from '../../../shared/text/format.ts';
import { Button } from '../../ui/button.tsx';
import { useTimeLeft } from './use-time-left.ts';
import { useUndo } from './use-undo.ts';

interface Props {
  decisionId: DecisionId;
  sealsAt: Instant;
  close: () => void;
}

/** Counts the grace period down and offers Undo on every screen, until it is over. */
export function UndoNotice({ decisionId, sealsAt, close }: Props) {
  const { t } = useTranslation('review');
  const left = useTimeLeft(sealsAt);
  const { isUndoing, undo } = useUndo(decisionId, left > 0, close);

  useEffect(() => {
    if (left === 0) close();
  }, [left, close]);

  return (
    <div className="undo-notice">
      <span>
        {waitsForSignOff({ sealsAt })
          ? t('notice.untilSignOff')
          : t('notice.timeLeft', { time: formatCountdown(left) })}
      </span>
      <Button size="small" icon="undo" keys="U" isPending={isUndoing} onPress={undo}>
        {t('notice.undo')}
      </Button>
    </div>
  );
}
