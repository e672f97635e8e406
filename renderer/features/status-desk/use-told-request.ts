import { useEffect, useState } from 'react';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { call, on } from '../../app/bridge.ts';

export interface ToldRequest {
  detail: RequestDetail | null;
  error: DeskError | null;
}

/** The request whose story is told, read again when it or a transfer changes. Another one's is never shown meanwhile. */
export function useToldRequest(requestId: RequestId): ToldRequest {
  const [told, setTold] = useState<ToldRequest & { of: RequestId | null }>({
    of: null,
    detail: null,
    error: null,
  });
  const [turn, setTurn] = useState(0);

  useEffect(
    () =>
      on('feed', ({ rows, states = [], transfersChanged }) => {
        if (transfersChanged === true || [...rows, ...states].some(({ id }) => id === requestId))
          setTurn((count) => count + 1);
      }),
    [requestId],
  );
  useEffect(() => {
    let isCurrent = true;
    void call('request.open', { id: requestId }).then((answer) => {
      if (!isCurrent) return;
      setTold(
        answer.ok
          ? { of: requestId, detail: answer.value, error: null }
          : { of: requestId, detail: null, error: answer.error },
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [requestId, turn]);

  return told.of === requestId ? told : { detail: null, error: null };
}
