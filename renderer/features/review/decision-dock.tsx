import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LimitName } from '../../../shared/domain/desk-limits.ts';
import type { Outcome } from '../../../shared/domain/decision.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { DecideProblem } from './decide-problem.tsx';
import { hasTextFault, maxRemarks, type FormContext, type Missing } from './decision-form.ts';
import { OutcomeBar } from './outcome-bar.tsx';
import { OutcomeFields, textError } from './outcome-fields.tsx';
import { SaveLine } from './save-line.tsx';
import type { ReviewDraft } from './use-review-draft.ts';

interface Props {
  dockRef: RefObject<HTMLElement | null>;
  review: ReviewDraft;
  context: FormContext;
  isRestored: boolean;
  /** What the officer was told is missing; empty until asked for. */
  missing: readonly Missing[];
  problem: DeskError | null;
  /** The office's limit that holds approvals back. */
  held: LimitName | null;
  isBusy: boolean;
  onChoose: (outcome: Outcome) => void;
  onRecord: () => void;
}

/** Always in sight below the facts: remarks, the four decisions, and what the chosen one needs. */
export function DecisionDock(props: Props) {
  const { dockRef, review, context, isRestored, missing, problem, held, isBusy, onChoose, onRecord } = props;
  const { t } = useTranslation('review');
  const { draft, change } = review;

  return (
    <section ref={dockRef} className="review-dock" aria-label={t('decide.label')}>
      <div className="review-outcome-fields">
        {problem && <DecideProblem problem={problem} />}
        <OutcomeFields draft={draft} context={context} onChange={change} />
      </div>
      <TextArea
        label={t('remarks.label')}
        isLabelHidden
        rows={2}
        placeholder={t('remarks.placeholder')}
        value={draft.remarks}
        error={textError(draft.remarks, maxRemarks, t('aadhaar'), t('tooLong', { most: maxRemarks }))}
        isDisabled={isBusy}
        onBlur={() => void review.flush()}
        onChange={(remarks) => {
          change({ ...draft, remarks });
        }}
      />
      {missing.length > 0 && (
        <p className="review-missing" role="alert">
          {t('decide.missing', { list: missing.map((item) => t(`decide.missingItems.${item}`)).join(', ') })}
        </p>
      )}
      <OutcomeBar
        request={context.request}
        held={held}
        chosen={draft.outcome}
        isDisabled={isBusy}
        onChoose={onChoose}
      />
      <div className="review-dock-foot">
        <SaveLine
          save={review.save}
          isWithheld={hasTextFault(draft)}
          isRestored={isRestored}
          onRetry={() => void review.flush()}
        />
        {draft.outcome !== null && (
          <Button
            variant="quiet"
            size="small"
            isDisabled={isBusy}
            onPress={() => {
              change({ ...draft, outcome: null });
            }}
          >
            {t('decide.close')}
          </Button>
        )}
        <Button
          variant="primary"
          size="small"
          keys="Ctrl+Enter"
          isDisabled={isBusy || draft.outcome === null || (held !== null && draft.outcome === 'approve')}
          onPress={onRecord}
        >
          {t('decide.record')}
        </Button>
      </div>
    </section>
  );
}
