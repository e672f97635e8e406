import { useEffect, useState } from 'react';
import type { RequestId } from '../../../shared/domain/ids.ts';
import type { Claim } from '../../../shared/sync/claims.ts';
import { call } from '../../app/bridge.ts';
import { useDesk } from '../../app/desk-store.ts';

/**
 * Says to the office's other desks that this request is being reviewed, as long as it is on screen and can be decided.
 * @returns another desk's claim on it, which hinders nothing.
 */
export function useClaim(requestId: RequestId, isDecidable: boolean): Claim | null {
  const told = useDesk((desk) => desk.claims.get(requestId) ?? null);
  const [answered, setAnswered] = useState<Claim | null>(null);
  useEffect(() => {
    if (!isDecidable) return;
    let isOpen = true;
    void call('claim.hold', { requestId }).then((answer) => {
      if (isOpen && answer.ok) setAnswered(answer.value);
    });
    return () => {
      isOpen = false;
      setAnswered(null);
      void call('claim.release', { requestId });
    };
  }, [requestId, isDecidable]);
  return isDecidable ? (told ?? answered) : null;
}
