import type { RequestId } from '../../../shared/domain/ids.ts';
import { useDesk } from '../../app/desk-store.ts';
import { readModel } from '../../app/read-model/read-model.ts';

/** Opens a request for review; one whose decision came too late, with both sides of that. */
export async function openFromQueue(id: RequestId): Promise<void> {
  const decision = (await readModel.requests.get(id))?.decision ?? null;
  useDesk
    .getState()
    .go(
      decision?.state === 'conflicted'
        ? { name: 'conflict', decisionId: decision.id }
        : { name: 'review', requestId: id },
    );
}
