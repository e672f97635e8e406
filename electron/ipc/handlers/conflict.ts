import { conflictChoices } from '../../../shared/domain/conflict.ts';
import type { OfficerId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers, Input } from '../../../shared/ipc/derive.ts';
import type { ConflictView } from '../../../shared/ipc/views/conflict.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import type { StoredConflict } from '../../storage/conflict-store.ts';
import { recordDecision } from '../record-decision.ts';
import { whileSignedIn, type Services } from '../services.ts';

export function conflictHandlers(services: Services): Pick<Handlers, 'conflict.open' | 'conflict.resolve'> {
  return {
    'conflict.open': ({ decisionId }) =>
      whileSignedIn(services, async (desk) => {
        const stored = await desk.vault.store.conflict(decisionId);
        const view = stored && (await viewOf(desk.vault, stored));
        return view ? ok(view) : fail({ kind: 'not-found' });
      }),
    'conflict.resolve': (input) => whileSignedIn(services, (desk) => resolve(services, desk, input)),
  };
}

async function resolve(services: Services, desk: SignedIn, input: Input<'conflict.resolve'>) {
  const { decisionId: id, how } = input;
  if (how === 'keep-mine') return keepMine(services, desk, input);
  const { vault, officer, engine } = desk;
  const at = instantOf(services.clock.now());
  const ended = await vault.store.endConflict({ id, how, actor: officer.officerId, at });
  if (!ended.ok) return ended;
  services.applied(ended.value);
  // The counts of the strip changed.
  engine.poke();
  return ok(null);
}

/** The same decision once more, as a new one on the version that the officer was shown: judged and signed anew. */
async function keepMine(services: Services, desk: SignedIn, input: Input<'conflict.resolve'>) {
  const stored = await desk.vault.store.conflict(input.decisionId);
  if (!stored) return fail({ kind: 'not-found' } as const);
  if (input.requestVersion === null) return fail({ kind: 'choice-not-open' } as const);
  const { requestId, outcome, reasonCodes, remarks, overrides, checklist, verdicts, pins } =
    stored.decision.parsed;
  const repeated = { requestId, outcome, reasonCodes, remarks, overrides, checklist, verdicts, pins };
  return recordDecision(
    services,
    desk,
    { ...repeated, requestVersion: input.requestVersion },
    input.decisionId,
  );
}

async function viewOf(
  { identity, store }: SignedIn['vault'],
  { decision, reason, standing, seen, present, ended }: StoredConflict,
): Promise<ConflictView | null> {
  const listed = await store.outboxItem(decision.id);
  if (!listed) return null;
  const { requestNo, kioskCode, centreName, orderNo } = listed;
  const { requestId, outcome, officerId, recordedAt, reasonCodes, remarks } = decision.parsed;
  const { officers } = await store.master();
  const nameOf = (id: OfficerId) =>
    [...officers, identity.officer].find((officer) => officer.id === id)?.name ?? null;
  const contested = { reason, outcome, hasStanding: standing !== null, present };
  return {
    ...{ decisionId: decision.id, requestId, requestNo, kioskCode, centreName, reason },
    mine: { outcome, officerName: nameOf(officerId), recordedAt, reasonCodes, remarks, orderNo },
    ...{ standing, seen, present },
    choices: ended === null ? conflictChoices(contested) : [],
    ended: ended && { how: ended.how, byName: nameOf(ended.by), at: ended.at },
  };
}
