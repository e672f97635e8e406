import type { ChecklistMark } from '../../../shared/domain/decision.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { ChecklistPanel } from './checklist-panel.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { RecordPanel } from './record-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';

interface Props {
  detail: RequestDetail;
  /** The officer's marks; null where the review is over. */
  marks: readonly ChecklistMark[] | null;
  onMark: (mark: ChecklistMark) => void;
  onShow: (documentId: string) => void;
}

/** What a decision rests on, in the order of reading. */
export function ReviewPanels({ detail, marks, onMark, onShow }: Props) {
  return (
    <div className="review-scroll scroll" tabIndex={0} role="region">
      <FactsPanel detail={detail} />
      <RulesPanel rules={detail.rules} />
      <ChecklistPanel request={detail.request} set={marks} onMark={onMark} onShow={onShow} />
      <RecordPanel record={detail.request.record} />
      <HistoryPanel history={detail.request.history} />
    </div>
  );
}
