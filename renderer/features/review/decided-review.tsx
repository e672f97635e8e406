import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { ReviewPanels } from './review-panels.tsx';
import type { Decision } from './standing.ts';
import { TransferState } from './transfer-state.tsx';

interface Props {
  detail: RequestDetail;
  /** Null where the request is done without a decision of ours that still stands. */
  decision: Decision | null;
  onShow: (documentId: string) => void;
  onUndone: () => void;
  onNext: (() => void) | null;
}

/** A request that cannot be decided now: with the decision that stands, or closed. */
export function DecidedReview({ detail, decision, onShow, onUndone, onNext }: Props) {
  const { t } = useTranslation('review');
  const shown = decision ?? detail.decision;
  return (
    <>
      <ReviewPanels detail={detail} marks={null} onMark={() => undefined} onShow={onShow} />
      {shown ? (
        <DecisionPanel decision={shown} transfer={detail.transfer} onUndone={onUndone} onNext={onNext} />
      ) : (
        <section className="review-dock review-decided">
          <div className="review-decided-text">
            <p>{t('state.closed')}</p>
            {detail.transfer && <TransferState transfer={detail.transfer} />}
          </div>
        </section>
      )}
    </>
  );
}
