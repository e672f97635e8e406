import { openStatuses } from '../../../shared/domain/request.ts';
import { pileOfStatus, standsLocally } from '../../../shared/domain/slim-row.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';

export type Decision = NonNullable<RequestDetail['decision']>;

/**
 * The officer's decision while it stands: not answered yet, or accepted and not yet seen in the request's own status
 * (the pile already follows it).
 */
export function standingDecision(detail: RequestDetail): Decision | null {
  const { decision, request, row } = detail;
  if (decision === null) return null;
  if (standsLocally(decision.state)) return decision;
  const isAhead = decision.state === 'accepted' && row.pile !== pileOfStatus(request.status);
  return isAhead ? decision : null;
}

/** Pending, on hold and returned requests can be decided, as long as no decision stands. */
export function isDecidable(detail: RequestDetail): boolean {
  return openStatuses.includes(detail.request.status) && standingDecision(detail) === null;
}
