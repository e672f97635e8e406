import { useLiveQuery } from 'dexie-react-hooks';
import { readModel } from '../../app/read-model/read-model.ts';
import type { NeededRequest, NeededRequests } from './read-needed.ts';

/** Those that nobody has dealt with since: each is its request's newest decision, and the request is still in view. */
export function useStillRefused(refused: NeededRequests['refused']): NeededRequest[] {
  const ids = refused.map(({ decisionId }) => decisionId);
  const open = useLiveQuery(async () => {
    const rows = await readModel.requests.bulkGet(
      refused.flatMap(({ screen }) => (screen.name === 'review' ? screen.requestId : [])),
    );
    return new Set(rows.flatMap((row) => row?.decision?.id ?? []));
  }, [ids.join()]);
  return refused.filter(({ decisionId }) => open?.has(decisionId) === true);
}
