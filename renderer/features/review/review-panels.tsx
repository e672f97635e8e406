import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '../../../shared/domain/checklist.ts';
import type { ChecklistMark } from '../../../shared/domain/decision.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { PaperWish } from '../../../shared/ipc/views/paper.ts';
import type { ViewedDocument } from '../viewer/document-pane.tsx';
import { PaperDialog } from '../papers/paper-dialog.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { orderOf } from './order-of.ts';
import { RecordPanel } from './record-panel.tsx';
import { ReviewPapers } from './review-papers.tsx';
import { RulesPanel } from './rules-panel.tsx';

interface Props {
  detail: RequestDetail;
  /** The officer's marks; null where the review is over. */
  marks: readonly ChecklistMark[] | null;
  /** With the state of their scans. */
  documents: readonly ViewedDocument[];
  onMark: (mark: ChecklistMark) => void;
  onShow: (documentId: string) => void;
  /** Null where the review is over. */
  onTakeIn: ((item: ChecklistItem) => void) | null;
}

/** What a decision rests on, in the order of reading, and the papers of the request. */
export function ReviewPanels({ detail, marks, documents, onMark, onShow, onTakeIn }: Props) {
  const { t } = useTranslation('review');
  const [paper, setPaper] = useState<PaperWish | null>(null);
  const order = detail.decision?.outcome === 'approve' ? orderOf(detail) : null;
  /** Once decided, the papers are what one comes for; before, they stand out of the way. */
  const isOver = marks === null;
  const papers = <ReviewPapers detail={detail} onPaper={setPaper} />;
  return (
    <div className="review-scroll scroll" tabIndex={0} role="region" aria-label={t('facts.title')}>
      {isOver && papers}
      <FactsPanel detail={detail} />
      <RulesPanel rules={detail.rules} />
      <ChecklistPanel
        request={detail.request}
        set={marks}
        onOrder={
          order &&
          (() => {
            setPaper(order.paper);
          })
        }
        documents={documents}
        onMark={onMark}
        onShow={onShow}
        onTakeIn={onTakeIn}
      />
      <RecordPanel record={detail.request.record} />
      <HistoryPanel history={detail.request.history} />
      {!isOver && papers}
      <PaperDialog
        paper={paper}
        onClose={() => {
          setPaper(null);
        }}
      />
    </div>
  );
}
