import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import { formatCountdown, formatInstant } from '../../../shared/text/format.ts';
import type { TransferView } from '../../../shared/ipc/views/transfer-view.ts';
import { useBilingual } from '../../app/i18n/use-language.ts';
import { useDesk } from '../../app/desk-store.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import type { Decision } from './standing.ts';
import { TransferState } from './transfer-state.tsx';
import { useTimeLeft } from './use-time-left.ts';
import { useUndo } from './use-undo.ts';

interface Props {
  decision: Decision;
  /** Null until the server has begun one. */
  transfer: TransferView | null;
  onUndone: () => void;
  onNext: (() => void) | null;
}

const tones = { approve: 'good', reject: 'bad', return: 'warn', hold: 'warn' } as const;

/** The decision that stands, in the place where it was made: how far it has come, and Undo while that is possible. */
export function DecisionPanel({ decision, transfer, onUndone, onNext }: Props) {
  const { t } = useTranslation(['review', 'queue']);
  const reasonText = useReasonText();
  const left = useTimeLeft(decision.sealsAt);
  const isUndoable = decision.state === 'recorded' && left > 0;
  const { isUndoing, undo } = useUndo(decision.id, isUndoable, onUndone);
  const next = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    next.current?.focus();
  }, []);

  return (
    <section className="review-dock review-decided" aria-label={t('state.title')}>
      <div className="review-decided-text">
        <p>
          <Badge tone={tones[decision.outcome]}>{t(`queue:outcome.${decision.outcome}`)}</Badge>{' '}
          <span>{t(`state.${decision.state}`)}</span>{' '}
          <span className="muted">
            · {t('state.recordedAt', { time: formatInstant(decision.recordedAt) })}
          </span>
        </p>
        {decision.orderNo !== null && <p>{t('state.orderNo', { orderNo: decision.orderNo })}</p>}
        {transfer && <TransferState transfer={transfer} />}
        {decision.reasonCodes.length > 0 && <p>{decision.reasonCodes.map(reasonText).join('; ')}</p>}
        {decision.remarks !== '' && <p className="review-decided-remarks">{decision.remarks}</p>}
        {isUndoable && (
          <p className="muted">
            {waitsForSignOff(decision)
              ? t('notice.untilSignOff')
              : t('notice.timeLeft', { time: formatCountdown(left) })}
          </p>
        )}
      </div>
      <div className="review-decided-actions">
        {isUndoable && (
          <Button icon="undo" keys="U" isPending={isUndoing} onPress={undo}>
            {t('notice.undo')}
          </Button>
        )}
        {onNext && (
          <Button variant="primary" keys="N" ref={next} onPress={onNext}>
            {t('notice.next')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** A coded reason in the officer's language; the code alone where the list has not come. */
export function useReasonText(): (code: string) => string {
  const nameOf = useBilingual();
  const reasons = useDesk((desk) => desk.master?.reasonCodes);
  return (code) => {
    const reason = reasons?.find((known) => known.code === code);
    return reason ? `${code} ${nameOf(reason.text)}` : code;
  };
}
