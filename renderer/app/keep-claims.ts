import { call, on } from './bridge.ts';
import { useDesk } from './desk-store.ts';

/** A lease that is over goes from the screen within so much. */
const agingMs = 30_000;

/** Keeps it true what other desks work on while somebody is signed in. @returns the function that ends it. */
export function keepClaims(): () => void {
  let isEnded = false;
  const read = async () => {
    const answer = await call('claim.list', undefined);
    if (!answer.ok || isEnded) return;
    const before = useDesk.getState().claims;
    // Nothing is drawn anew while nobody else works on anything.
    if (answer.value.length === 0 && before.size === 0) return;
    useDesk.setState({ claims: new Map(answer.value.map((claim) => [claim.requestId, claim])) });
  };
  const stop = on('feed', ({ claimsChanged }) => {
    if (claimsChanged === true) void read();
  });
  const timer = setInterval(() => void read(), agingMs);
  void read();
  return () => {
    isEnded = true;
    clearInterval(timer);
    stop();
  };
}
