import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { obstacleTo } from '../../../shared/domain/check-decision.ts';
import { withMark } from '../../../shared/domain/checklist.ts';
import type { Outcome } from '../../../shared/domain/decision.ts';
import { heldBy } from '../../../shared/domain/desk-limits.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import { useDesk } from '../../app/desk-store.ts';
import { ConfirmDecision } from './confirm-decision.tsx';
import { DecisionDock } from './decision-dock.tsx';
import { checkForm, type CheckedForm, type FormContext } from './decision-form.ts';
import { ReviewPanels } from './review-panels.tsx';
import { ReviewWorkspace } from './review-workspace.tsx';
import { useDecideShortcuts } from './use-decide-shortcuts.ts';
import type { DocumentDesk } from './use-document-desk.ts';
import { useRecord } from './use-record.ts';
import { useReviewDraft } from './use-review-draft.ts';

interface Props {
  detail: RequestDetail;
  desk: DocumentDesk;
  reload: () => void;
}

/** The review of a request that can be decided: facts, rules and checklist, and the decision being made. */
export function ReviewForm({ detail, desk, reload }: Props) {
  const review = useReviewDraft(detail.request.id, detail.draft);
  const recording = useRecord(detail, review, reload);
  const reasonCodes = useDesk((desk) => desk.master?.reasonCodes) ?? [];
  const held = useDesk(({ limits }) => limits && heldBy(limits));
  const [isAsked, setIsAsked] = useState(false);
  const dock = useRef<HTMLElement>(null);
  const { draft, change } = review;
  const context: FormContext = { rules: detail.rules, request: detail.request, reasonCodes };
  const form = checkForm(draft, context);
  const isBusy = recording.phase === 'recording' || recording.phase === 'recorded';

  /** Goes on to the confirmation, or to the first thing that is missing. */
  const proceed = (checked: CheckedForm) => {
    if (checked.ok && checked.fields.outcome === 'approve' && held !== null) return;
    if (checked.ok) {
      recording.confirm();
      return;
    }
    flushSync(() => {
      desk.setIsWide(false);
      setIsAsked(true);
    });
    firstToFill(dock.current, checked)?.focus();
  };
  const choose = (outcome: Outcome) => {
    if (obstacleTo(outcome, detail.request) !== null) return;
    if (outcome === 'approve' && held !== null) return;
    const next = { ...draft, outcome };
    flushSync(() => {
      desk.setIsWide(false);
      setIsAsked(false);
      change(next);
    });
    proceed(checkForm(next, context));
    setIsAsked(false);
  };
  useDecideShortcuts({
    isEnabled: !isBusy,
    onChoose: choose,
    onRecord: () => {
      proceed(form);
    },
    onRemarks: () => {
      flushSync(() => {
        desk.setIsWide(false);
      });
      dock.current?.querySelector('textarea')?.focus();
    },
  });

  return (
    <>
      <ReviewWorkspace
        detail={detail}
        desk={desk}
        marks={draft}
        onMarks={(marks) => {
          change({
            ...draft,
            verdicts: [...(marks.verdicts ?? draft.verdicts)],
            pins: [...(marks.pins ?? draft.pins)],
          });
        }}
        details={
          <ReviewPanels
            detail={detail}
            marks={draft.checklist}
            documents={desk.scans.documents}
            onTakeIn={({ documentId, kind }) => {
              desk.setTakingIn({ documentId, kind, dropped: [] });
            }}
            onShow={(documentId) => {
              desk.act({ type: 'go', to: { documentId, box: null } });
            }}
            onMark={(mark) => {
              change({ ...draft, checklist: withMark(draft.checklist, mark) });
            }}
          />
        }
        dock={
          <DecisionDock
            dockRef={dock}
            review={review}
            context={context}
            isRestored={detail.draft !== null}
            missing={form.ok || !isAsked ? [] : form.missing}
            problem={recording.phase === 'idle' ? recording.problem : null}
            held={held}
            isBusy={isBusy}
            onChoose={choose}
            onRecord={() => {
              proceed(form);
            }}
          />
        }
      />
      {form.ok && (recording.phase === 'confirming' || recording.phase === 'recording') && (
        <ConfirmDecision
          detail={detail}
          fields={form.fields}
          isRecording={recording.phase === 'recording'}
          problem={recording.problem}
          onCancel={recording.cancel}
          onRecord={() => {
            recording.record(form.fields);
          }}
        />
      )}
    </>
  );
}

/** The remarks where they are what is missing, else the first empty field of the chosen decision. */
function firstToFill(dock: HTMLElement | null, form: CheckedForm): HTMLElement | null {
  if (!dock || form.ok) return null;
  if (form.missing[0] === 'outcome') return dock.querySelector<HTMLElement>('.review-outcome:not(:disabled)');
  const remarks = dock.querySelector<HTMLElement>('textarea');
  if (form.missing[0] === 'remarks') return remarks;
  const fields = [...dock.querySelectorAll<HTMLInputElement>('.review-outcome-fields input')];
  return fields.find((field) => field.type === 'checkbox' || field.value === '') ?? remarks;
}
