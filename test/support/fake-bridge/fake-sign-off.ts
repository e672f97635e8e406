import { judgeLimits, type DeskLimits } from '../../../shared/domain/desk-limits.ts';
import { requestId } from '../../../shared/domain/ids.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { SignOffOutcome } from '../../../shared/ipc/views/sign-off.ts';
import { fail, ok } from '../../../shared/result.ts';
import { pause, tellSync, type FakeDesk } from './fake-handlers.ts';
import type { FakeVault } from './fake-vault.ts';

const day = 86_400_000;

/** Decisions of each outcome, the first of yesterday, which only the sign-off seals. */
export function fillSignOff(vault: FakeVault, now: number): void {
  vault.settings = { ...vault.settings, sealing: 'sign-off' };
  const outcomes = ['approve', 'reject', 'return', 'hold', 'approve'] as const;
  outcomes.forEach((outcome, index) => {
    const request = vault.requests.get(requestId.parse(`req-${String(index + 40).padStart(5, '0')}`));
    if (!request) return;
    const item = vault.outboxItem(request, outcome, now - (index === 0 ? day : index * 600_000));
    const reasonCodes = { approve: [], reject: ['R01', 'R02'], return: ['R03'], hold: [] }[outcome];
    vault.decisions.set(item.decisionId, { ...item, reasonCodes, remarks: 'नमूना', verdicts: [], pins: [] });
  });
}

export function limitsOf(desk: FakeDesk): DeskLimits {
  const { settings, decisions } = desk.vault;
  const open = [...decisions.values()].filter((one) => ['recorded', 'sealed', 'sent'].includes(one.state));
  const waiting = open.filter((one) => one.state === 'recorded' && waitsForSignOff(one));
  const apart = indiaDate(desk.now() - desk.daysApart * day);
  const oldest = waiting.map((one) => one.recordedAt).sort()[0];
  return judgeLimits(
    {
      today: indiaDate(desk.now()),
      oldestUnsentOn: open.length > 0 ? apart : null,
      masterConfirmedOn: apart,
      waiting: waiting.length,
      oldestWaitingOn: oldest === undefined ? null : indiaDate(Date.parse(oldest)),
    },
    {
      unsent: { warn: settings.unsentWarnDays, hold: settings.unsentHoldDays },
      master: { warn: settings.masterWarnDays, hold: settings.masterHoldDays },
    },
  );
}

export function fakeSignOff(
  desk: FakeDesk,
  rightPassword: string,
): Pick<Handlers, 'signOff.list' | 'signOff.seal' | 'limits.read'> {
  const { vault } = desk;
  return {
    'limits.read': async () => ok(limitsOf(desk)),
    'signOff.list': async () =>
      ok(
        [...vault.decisions.values()].flatMap((item) => {
          const request = vault.requests.get(item.requestId);
          if (item.state !== 'recorded' || !request) return [];
          const { decisionId, requestNo, kioskCode, outcome, reasonCodes, recordedAt, sealsAt } = item;
          const { name: applicantName } = request.applicant;
          const { id, targetLspId } = request;
          return [
            {
              ...{ decisionId, requestId: id, requestNo, kioskCode, applicantName, targetLspId },
              ...{ outcome, reasonCodes, recordedAt, sealsAt },
            },
          ];
        }),
      ),
    'signOff.seal': async ({ decisionIds, password }) => {
      await pause(300);
      if (password !== rightPassword) return fail({ kind: 'wrong-password' });
      const outcome: SignOffOutcome = { sealed: [], waiting: [], sealedBefore: [], undone: [] };
      for (const id of decisionIds) {
        const sealed = vault.seal(id, desk.now());
        if (sealed) {
          outcome.sealed.push({ decisionId: id, orderNo: sealed.orderNo });
          const rows = vault.changed(sealed.requestId, desk.now());
          desk.emit('feed', { rows, removed: [], masterChanged: false });
        } else if (vault.decisions.get(id)?.state === 'undone') outcome.undone.push(id);
        else outcome.sealedBefore.push(id);
      }
      tellSync(desk);
      return ok(outcome);
    },
  };
}
