import type { Draft } from '../../shared/domain/decision.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { refreshOverlay } from './working-set.ts';

/**
 * Keeps an unfinished review. Nothing is kept while a decision stands: a save that was under way when the officer
 * decided would otherwise come back to life as a draft of a decided request.
 */
export function placeDraft(unit: UnitOfWork, id: RequestId, draft: Draft, at: Instant): void {
  const record = unit.parts.rows.get(id);
  if (!record || record.hasStanding) return;
  unit.parts.drafts.save(id, draft, at);
  if (!record.row.hasDraft) refreshOverlay(unit, id);
}
