import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { keptDecision } from '../../../shared/ipc/views/leave.ts';
import { ok } from '../../../shared/result.ts';
import type { FakeDesk } from './fake-handlers.ts';

const days = 86_400_000;

/** A desk that was revoked yesterday; what of it is unanswered follows from its outbox. */
export function fakeLeave(desk: FakeDesk): Pick<Handlers, 'leave.state' | 'leave.save'> {
  return {
    'leave.state': async () => {
      const decisions = [...desk.vault.decisions.values()].reverse();
      const unsent = decisions.filter(({ state }) => ['recorded', 'sealed', 'sent'].includes(state)).length;
      return ok({
        why: 'device-revoked',
        since: instantOf(desk.now() - days),
        heardAt: instantOf(desk.now() - days / 2),
        sendUntil: instantOf(desk.now() + 29 * days),
        phase: desk.leavePhase,
        isSendingOver: desk.leavePhase !== 'sending',
        ...{ unsent, unsentActs: 0 },
        decisions: decisions.map((each) => keptDecision.parse(each)),
      });
    },
    'leave.save': async ({ language }) => ok({ savedAs: `signed-record-2026-11-23-${language}.csv` }),
  };
}
