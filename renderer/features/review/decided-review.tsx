import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { ReviewPanels } from './review-panels.tsx';
import { ReviewWorkspace } from './review-workspace.tsx';
import type { Decision } from './standing.ts';
import { TransferState } from './transfer-state.tsx';
import type { DocumentDesk } from './use-document-desk.ts';

/** Of a request that another officer decided, or that was closed: what stood on its checks is not here. */
const nothingMarked = { verdicts: [], pins: [] };

interface Props {
  detail: RequestDetail;
  /** Null where the request is done without a decision of ours that still stands. */
  decision: Decision | null;
  desk: DocumentDesk;
  onUndone: () => void;
  onNext: (() => void) | null;
}

/** A request that cannot be decided now: with the decision that stands, or closed. */
export function DecidedReview({ detail, desk, decision, onUndone, onNext }: Props) {
  const { t } = useTranslation('review');
  const shown = decision ?? detail.decision;
  return (
    <ReviewWorkspace
      detail={detail}
      desk={desk}
      marks={shown ?? nothingMarked}
      onMarks={null}
      details={
        <ReviewPanels
          detail={detail}
          marks={null}
          documents={desk.scans.documents}
          onMark={() => undefined}
          onTakeIn={null}
          onShow={(documentId) => {
            desk.act({ type: 'go', to: { documentId, box: null } });
          }}
        />
      }
      dock={
        shown ? (
          <DecisionPanel decision={shown} transfer={detail.transfer} onUndone={onUndone} onNext={onNext} />
        ) : (
          <section className="review-dock review-decided">
            <div className="review-decided-text">
              <p>{t('state.closed')}</p>
              {detail.transfer && <TransferState transfer={detail.transfer} />}
            </div>
          </section>
        )
      }
    />
  );
}
