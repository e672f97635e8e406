import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { DeskError, DeskErrorKind } from '../../../shared/ipc/errors.ts';
import { call } from '../../app/bridge.ts';
import type { DecisionFields } from './decision-form.ts';
import { showRecorded } from './show-recorded.tsx';
import type { ReviewDraft } from './use-review-draft.ts';

export type RecordPhase = 'idle' | 'confirming' | 'recording' | 'recorded';

export interface Recording {
  phase: RecordPhase;
  problem: DeskError | null;
  confirm: () => void;
  cancel: () => void;
  record: (fields: DecisionFields) => void;
}

/** After these the request is not what the officer saw: its new facts are shown before anything is tried again. */
const outdated: readonly DeskErrorKind[] = ['request-changed', 'already-decided', 'not-found'];

/** Records a decision once it is confirmed. Whatever is refused leaves what was typed where it is. */
export function useRecord(detail: RequestDetail, review: ReviewDraft, reload: () => void): Recording {
  const { t } = useTranslation('review');
  const [phase, setPhase] = useState<RecordPhase>('idle');
  const [problem, setProblem] = useState<DeskError | null>(null);
  const [confirmedVersion, setConfirmedVersion] = useState<number | null>(null);
  const { request } = detail;
  /** A confirmation that stands open while the facts change would sign what nobody has read. */
  const isOvertaken = phase === 'confirming' && confirmedVersion !== request.version;

  const run = async (fields: DecisionFields) => {
    setPhase('recording');
    await review.flush();
    const answer = await call('decision.record', {
      requestId: request.id,
      requestVersion: request.version,
      ...fields,
    });
    if (answer.ok) {
      review.stop();
      setPhase('recorded');
      showRecorded(answer.value, fields.outcome, request, t);
      reload();
      return;
    }
    setProblem(answer.error);
    const isOutdated = outdated.includes(answer.error.kind);
    setPhase(isOutdated ? 'idle' : 'confirming');
    if (isOutdated) reload();
  };

  return {
    phase: isOvertaken ? 'idle' : phase,
    problem: isOvertaken ? { kind: 'request-changed' } : problem,
    confirm() {
      setProblem(null);
      setConfirmedVersion(request.version);
      setPhase('confirming');
    },
    cancel() {
      setProblem(null);
      setPhase('idle');
    },
    record(fields) {
      if (phase === 'confirming' && !isOvertaken) void run(fields);
    },
  };
}
