import { conflictChoices, type ConflictReason } from '../../../shared/domain/conflict.ts';
import { heldBy } from '../../../shared/domain/desk-limits.ts';
import { requestId, type DecisionId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { StandingDecision } from '../../../shared/domain/standing-decision.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { fail, ok } from '../../../shared/result.ts';
import { tellSync, type FakeDesk } from './fake-handlers.ts';
import type { FakeVault } from './fake-vault.ts';
import { limitsOf } from './fake-sign-off.ts';
import { sampleOfficer } from './sample-office.ts';

/** What the fake knows of a contested decision beside its entry in the outbox. */
export interface FakeConflict {
  reason: ConflictReason;
  standing: StandingDecision | null;
  seen: MigrationRequest;
  /** The request is with another district. */
  isGone: boolean;
}

interface SampleConflict {
  reason: ConflictReason;
  standing?: 'reject' | 'hold';
  becomes: Partial<MigrationRequest>;
}

/** One of each kind: decided, put on hold, changed, withdrawn, gone. */
const samples: SampleConflict[] = [
  { reason: 'already-decided', standing: 'reject', becomes: { status: 'rejected' } },
  { reason: 'changed-since', standing: 'hold', becomes: { status: 'on-hold' } },
  {
    reason: 'changed-since',
    becomes: { reason: 'नमूना: पते में सुधार के साथ दोबारा भेजा गया', categoryToday: 'B', migrationsBefore: 1 },
  },
  { reason: 'withdrawn', becomes: { status: 'withdrawn' } },
  { reason: 'reassigned', becomes: {} },
];

export function fillConflicts(vault: FakeVault, now: number): void {
  samples.forEach((sample, index) => {
    const seen = vault.requests.get(requestId.parse(`req-${String(index + 60).padStart(5, '0')}`));
    if (seen) contest(vault, { ...seen, status: 'pending' }, sample, now - index * 60_000);
  });
}

export function contest(vault: FakeVault, seen: MigrationRequest, sample: SampleConflict, now: number): void {
  const recordedAt = now - 7_200_000;
  const item = vault.outboxItem(seen, 'approve', recordedAt);
  vault.decisions.set(item.decisionId, {
    ...item,
    state: 'conflicted',
    sealedAt: instantOf(recordedAt + 600_000),
    orderNo: vault.nextOrderNo(instantOf(recordedAt + 600_000)),
    attempts: 1,
    answer: sample.reason,
    conflict: { how: null, endedAt: null },
    reasonCodes: [],
    remarks: 'नमूना: सब पूरा है',
    verdicts: [],
    pins: [],
  });
  vault.conflicts.set(item.decisionId, {
    reason: sample.reason,
    standing: sample.standing ? standingOf(sample.standing, recordedAt) : null,
    seen,
    isGone: sample.reason === 'reassigned',
  });
  vault.requests.set(seen.id, { ...seen, version: seen.version + 1, ...sample.becomes });
}

function standingOf(outcome: 'reject' | 'hold', recordedAt: number): StandingDecision {
  return {
    outcome,
    officerName: { hi: 'नमूना द्वितीय अधिकारी', en: 'Sample Second Officer' },
    recordedAt: instantOf(recordedAt - 1_800_000),
    acceptedAt: instantOf(recordedAt + 300_000),
    reasonCodes: outcome === 'reject' ? ['R02', 'R03'] : ['H01'],
    remarks: 'नमूना: संचालक का नाम आवेदन पत्र से मेल नहीं खाता, कृपया पंजीयन की प्रति लाएँ',
  };
}

export function fakeConflict(desk: FakeDesk): Pick<Handlers, 'conflict.open' | 'conflict.resolve'> {
  const { vault } = desk;
  const tell = (id: MigrationRequest['id']) => {
    desk.emit('feed', { rows: vault.changed(id, desk.now()), removed: [], masterChanged: false });
    tellSync(desk);
  };
  return {
    'conflict.open': async ({ decisionId }) => {
      const view = viewOf(vault, decisionId);
      return view ? ok(view) : fail({ kind: 'not-found' });
    },
    'conflict.resolve': async ({ decisionId, how, requestVersion }) => {
      const view = viewOf(vault, decisionId);
      const item = vault.decisions.get(decisionId);
      if (!view || !item) return fail({ kind: 'not-found' });
      if (view.ended !== null) return fail({ kind: 'conflict-ended' });
      if (!view.choices.includes(how)) return fail({ kind: 'choice-not-open' });
      const held = how === 'keep-mine' && item.outcome === 'approve' ? heldBy(limitsOf(desk)) : null;
      if (held !== null) return fail({ kind: 'approvals-held', why: held, days: limitsOf(desk)[held].days });
      if (how === 'keep-mine' && requestVersion !== view.present?.version) {
        return fail({ kind: 'request-changed' });
      }
      vault.decisions.set(decisionId, { ...item, conflict: { how, endedAt: instantOf(desk.now()) } });
      const { outcome, reasonCodes, remarks, verdicts, pins } = item;
      if (how === 'decide-again') {
        const text = { outcome, reasonCodes, remarks, verdicts, pins };
        vault.drafts.set(item.requestId, { ...text, overrides: [], checklist: [] });
      }
      const again =
        how === 'keep-mine' && view.present ? vault.outboxItem(view.present, outcome, desk.now()) : null;
      if (again) vault.decisions.set(again.decisionId, { ...again, reasonCodes, remarks, verdicts, pins });
      tell(item.requestId);
      return ok(again && { decisionId: again.decisionId, sealsAt: again.sealsAt });
    },
  };
}

export function openConflicts(vault: FakeVault): number {
  return [...vault.decisions.values()].filter(({ conflict }) => conflict?.endedAt === null).length;
}

function viewOf(vault: FakeVault, id: DecisionId): ConflictView | null {
  const item = vault.decisions.get(id);
  const conflict = vault.conflicts.get(id);
  if (!item?.conflict || !conflict) return null;
  const { reason, standing, seen, isGone } = conflict;
  const { outcome, recordedAt, reasonCodes, remarks, orderNo, requestNo, kioskCode, centreName } = item;
  const present = isGone ? null : (vault.requests.get(item.requestId) ?? null);
  const { how, endedAt } = item.conflict;
  const ended = how !== null && endedAt !== null ? { how, byName: sampleOfficer.name, at: endedAt } : null;
  return {
    ...{ decisionId: id, requestId: item.requestId, requestNo, kioskCode, centreName, reason },
    mine: { outcome, officerName: sampleOfficer.name, recordedAt, reasonCodes, remarks, orderNo },
    ...{ standing, seen, present, ended },
    choices: ended ? [] : conflictChoices({ reason, outcome, hasStanding: standing !== null, present }),
  };
}
