import type { DecisionId, OfficerId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/values.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { endReplaced, refusalToKeep, reopenReplaced } from './conflicts.ts';
import { draftOf } from './draft-of.ts';
import type { RecordedDecision, RecordRefusal } from './store.ts';
import { readContent } from './tables/decision-table.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { overlayRow, refreshOverlay } from './working-set.ts';

/** The rules are told in `Store.recordDecision`. Touches as few pages as it can: the officer waits for this commit. */
export function recordDecision(
  unit: UnitOfWork,
  decision: RecordedDecision,
  keeps: DecisionId | null,
): Result<null, RecordRefusal> {
  const { rows, decisions, drafts, audit } = unit.parts;
  const content = readContent(decision);
  const same = decisions.get(decision.id);
  if (same) return repeat(unit, decision, same);
  const record = rows.get(content.requestId);
  if (!record || record.isRemoved) return fail({ kind: 'not-found' });
  const refusal = keeps === null ? null : refusalToKeep(unit.parts, keeps, record.row.id);
  if (refusal !== null) return fail(refusal);
  if (!record.isOpen || record.hasStanding) return fail({ kind: 'already-decided' });
  if (record.row.version !== content.requestVersion) return fail({ kind: 'request-changed' });
  decisions.insert(decision, content);
  drafts.remove(content.requestId);
  overlayRow(unit, record, { ...content, state: 'recorded' }, false);
  const { officerId: actor, recordedAt: at, outcome, requestVersion } = content;
  const overridden = content.overrides.map(({ ruleId }) => ruleId).join(',');
  const overrides = overridden === '' ? {} : { overrides: overridden };
  const detail = { decision: decision.id, outcome, requestVersion, ...overrides };
  audit.append({ at, actor, action: 'decision-recorded', subject: content.requestId, detail });
  endReplaced(unit, content, keeps);
  return ok(null);
}

/** A retry of the same call is answered as before; another text under a known id is not this decision. */
function repeat(
  unit: UnitOfWork,
  decision: RecordedDecision,
  stored: { content: string; requestId: string },
): Result<null, RecordRefusal> {
  if (stored.content !== decision.content) return fail({ kind: 'already-decided' });
  const record = unit.parts.rows.get(readContent(decision).requestId);
  if (record?.inSet) unit.put(record.row);
  return ok(null);
}

/** The decision stays for the audit; the review comes back as a draft, unless a newer one was begun. */
export function undoDecision(
  unit: UnitOfWork,
  id: DecisionId,
  at: Instant,
  actor: OfficerId,
): Result<null, { kind: 'not-found' | 'undo-too-late' }> {
  const { decisions, drafts, meta, audit } = unit.parts;
  const decision = decisions.get(id);
  if (!decision) return fail({ kind: 'not-found' });
  if (decision.state === 'undone') return ok(null);
  if (decision.state !== 'recorded') return fail({ kind: 'undo-too-late' });
  // It may have left already, from the vault that was damaged.
  if (meta.chainDoubt() && decision.sealsAt <= at) return fail({ kind: 'undo-too-late' });
  decisions.setState(id, 'undone');
  unit.forgetSeen(id);
  if (!drafts.has(decision.requestId)) {
    drafts.save(decision.requestId, draftOf(readContent(decision)), at);
  }
  const detail = { decision: id };
  audit.append({ at, actor, action: 'decision-undone', subject: decision.requestId, detail });
  reopenReplaced(unit, id, at, actor);
  refreshOverlay(unit, decision.requestId);
  return ok(null);
}
