import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { DecisionId, RequestId } from '../../../shared/domain/ids.ts';
import { readModel } from '../../app/read-model/read-model.ts';

/**
 * Whether a recorded decision is recorded no longer: undone or sealed, from this screen or any other. The change feed
 * may come a moment after the answer, so it must have been seen once.
 */
export function useIsOver(requestId: RequestId, decisionId: DecisionId): boolean {
  const row = useLiveQuery(() => readModel.requests.get(requestId), [requestId]);
  const wasSeen = useRef(false);
  const [isOver, setIsOver] = useState(false);
  const isRecorded = row?.decision?.id === decisionId && row.decision.state === 'recorded';

  useEffect(() => {
    if (isRecorded) wasSeen.current = true;
    else if (wasSeen.current) setIsOver(true);
  }, [isRecorded]);

  return isOver;
}
