import { liveQuery } from 'dexie';
import type { DecisionState } from '../../../shared/domain/decision.ts';
import type { DecisionId, RequestId } from '../../../shared/domain/ids.ts';
import { readModel } from './read-model.ts';

export interface FollowedDecision {
  requestId: RequestId;
  decisionId: DecisionId;
}

/** `gone`: it was undone, or another one stands in its place. */
export type FollowedState = DecisionState | 'gone';

/**
 * Tells how decisions stand, now and after each change, whatever is on screen. The change feed may come a moment after
 * the answer to a call: null until a decision was seen once.
 * @returns the function that ends it.
 */
export function followDecisions(
  decisions: readonly FollowedDecision[],
  told: (states: (FollowedState | null)[]) => void,
): () => void {
  const seen = new Set<DecisionId>();
  const rows = liveQuery(() => readModel.requests.bulkGet(decisions.map(({ requestId }) => requestId)));
  const following = rows.subscribe((found) => {
    told(
      decisions.map(({ decisionId }, nth) => {
        const decision = found[nth]?.decision ?? null;
        if (decision?.id !== decisionId) return seen.has(decisionId) ? 'gone' : null;
        seen.add(decisionId);
        return decision.state;
      }),
    );
  });
  return () => {
    following.unsubscribe();
  };
}
