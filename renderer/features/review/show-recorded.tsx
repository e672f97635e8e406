import type { TFunction } from 'i18next';
import type { Outcome } from '../../../shared/domain/decision.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { Output } from '../../../shared/ipc/derive.ts';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import { followDecisions } from '../../app/read-model/follow-decisions.ts';
import { showNotice } from '../../ui/notice.tsx';
import { UndoNotice } from './undo-notice.tsx';

/** How long the notice of a decision that waits for the sign-off stands. */
const untilSignOffMs = 60_000;

let closeLast: (() => void) | null = null;

/**
 * Says that a decision is durable; called only when the main process has answered so. Of several decisions the newest
 * one's notice stays: the others are undone in their requests and in the outbox.
 */
export function showRecorded(
  recorded: Output<'decision.record'>,
  outcome: Outcome,
  request: Pick<MigrationRequest, 'id' | 'requestNo'>,
  t: TFunction<'review'>,
): void {
  closeLast?.();
  const close = () => {
    closeThis();
  };
  // A grace period ends and takes its notice along; a sign-off may be hours away.
  const timeout = waitsForSignOff(recorded) ? untilSignOffMs : undefined;
  const closeThis = showNotice(
    {
      tone: 'good',
      title: t('notice.of', { requestNo: request.requestNo, what: t(`notice.${outcome}`) }),
      content: <UndoNotice decisionId={recorded.decisionId} sealsAt={recorded.sealsAt} close={close} />,
    },
    timeout,
    () => {
      stop();
    },
  );
  // Also while newer notices hide it: what is sealed or answered must not come back as "can be undone".
  const stop = followDecisions([{ requestId: request.id, decisionId: recorded.decisionId }], ([state]) => {
    if (state !== 'recorded' && state !== null) close();
  });
  closeLast = closeThis;
}
