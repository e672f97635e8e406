import { conflictChoices, presentOf, type ConflictChoice } from '../../shared/domain/conflict.ts';
import type { DecisionContent } from '../../shared/domain/decision.ts';
import type { DecisionId, OfficerId, RequestId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/values.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ConflictEnding, ConflictRefusal, StoredConflict } from './conflict-store.ts';
import { draftOf } from './draft-of.ts';
import type { StoreParts } from './store-parts.ts';
import type { ConflictEnd } from './tables/conflict-table.ts';
import { readContent, type DecisionRecord } from './tables/decision-table.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { refreshOverlay } from './working-set.ts';

type ConflictFacts = Omit<StoredConflict, 'decision'> & { record: DecisionRecord };

/** Both sides of a conflict, as far as this desk knows them. */
export function conflictFacts(parts: StoreParts, id: DecisionId): ConflictFacts | null {
  const conflict = parts.conflicts.get(id);
  const record = parts.decisions.get(id);
  if (!conflict || !record) return null;
  const stored = parts.requests.get(record.requestId);
  const isInView = parts.rows.get(record.requestId)?.isRemoved === false;
  const unchanged = stored?.version === record.requestVersion ? stored : null;
  const { reason, standing, ended } = conflict;
  return {
    record,
    ...{ reason, standing, ended },
    seen: parts.seenRequests.get(id) ?? unchanged,
    present: presentOf(reason, record.requestVersion, isInView ? stored : null),
  };
}

/** The choices that are open now: none where the conflict was dealt with. */
function openChoices({ record, reason, standing, present, ended }: ConflictFacts): ConflictChoice[] {
  if (ended !== null) return [];
  return conflictChoices({ reason, outcome: record.outcome, hasStanding: standing !== null, present });
}

/** The rules are told in `ConflictWrites.endConflict`. */
export function endConflict(
  unit: UnitOfWork,
  { id, how, actor, at }: ConflictEnding,
): Result<null, ConflictRefusal> {
  const { decisions, drafts } = unit.parts;
  const facts = conflictFacts(unit.parts, id);
  if (!facts) return fail({ kind: 'not-found' });
  if (facts.ended?.how === how) return ok(null);
  const refusal = refusalOf(facts, how);
  if (refusal !== null) return fail(refusal);
  const { requestId } = facts.record;
  if (how === 'decide-again' && !drafts.has(requestId)) {
    const decided = decisions.get(id);
    if (decided) drafts.save(requestId, draftOf(readContent(decided)), at);
  }
  end(unit, facts.record, { how, by: actor, at }, null);
  refreshOverlay(unit, requestId);
  return ok(null);
}

/** Why a contested decision cannot be made anew on its request; null when it can. */
export function refusalToKeep(
  parts: StoreParts,
  id: DecisionId,
  requestId: RequestId,
): ConflictRefusal | null {
  const facts = conflictFacts(parts, id);
  return facts?.record.requestId === requestId ? refusalOf(facts, 'keep-mine') : { kind: 'not-found' };
}

/** Why a choice cannot be made; null when it can. */
function refusalOf(facts: ConflictFacts, how: ConflictChoice): ConflictRefusal | null {
  if (facts.ended !== null) return { kind: 'conflict-ended' };
  return openChoices(facts).includes(how) ? null : { kind: 'choice-not-open' };
}

/**
 * A new decision on a request deals with the one that came too late, whichever way it was made.
 * @param keeps the contested decision that the new one repeats.
 */
export function endReplaced(
  unit: UnitOfWork,
  decision: Pick<DecisionContent, 'id' | 'requestId' | 'officerId' | 'recordedAt'>,
  keeps: DecisionId | null,
): void {
  const { decisions, conflicts } = unit.parts;
  const { officerId: by } = decision;
  for (const id of conflicts.openOf(decision.requestId)) {
    const record = decisions.get(id);
    const how = id === keeps ? 'keep-mine' : 'decide-again';
    if (record) end(unit, record, { how, by, at: decision.recordedAt }, decision.id);
  }
}

/** The decision in its place was undone: the officer stands before the choice again. */
export function reopenReplaced(unit: UnitOfWork, id: DecisionId, at: Instant, actor: OfficerId): void {
  const { conflicts, decisions, audit } = unit.parts;
  for (const contested of conflicts.endedWith(id)) {
    conflicts.reopen(contested);
    const subject = decisions.get(contested)?.requestId ?? null;
    audit.append({ at, actor, action: 'conflict-reopened', subject, detail: { decision: contested } });
  }
}

function end(
  { parts }: UnitOfWork,
  record: DecisionRecord,
  ending: ConflictEnd,
  replacement: DecisionId | null,
): void {
  parts.conflicts.end(record.id, ending, replacement);
  const { how, by: actor, at } = ending;
  const detail = { decision: record.id, how, ...(replacement === null ? {} : { replacement }) };
  parts.audit.append({ at, actor, action: 'conflict-ended', subject: record.requestId, detail });
}
