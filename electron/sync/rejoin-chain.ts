import { instantOf } from '../../shared/domain/india-date.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { chainAnswer, type ChainAnswer } from '../../shared/sync/chain.ts';
import type { Applied, Store } from '../storage/store.ts';
import type { ServerSession } from './server-session.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { Transport } from './transport.ts';
import type { TrustedTime } from './trusted-time.ts';

export interface RejoinParts {
  store: Pick<Store, 'takeChain' | 'endDoubt'>;
  transport: Transport;
  session: ServerSession;
  time: TrustedTime;
  now: () => number;
  applied: (applied: Applied) => void;
}

/**
 * Asks the server for all that it holds of this device, page by page, and takes it in. Broken off anywhere, the chain
 * stays in doubt and the next attempt begins again: to take the same twice changes nothing.
 */
export async function rejoinChain(
  parts: RejoinParts,
  signal: AbortSignal,
): Promise<Result<null, SyncFailure>> {
  const { store, now, time, applied } = parts;
  for (let after = 0; ;) {
    const page = await ask(parts, after, signal);
    // An older server tells no chain: then this desk goes on with what it has.
    if (!page.ok && page.error.kind === 'not-found') {
      applied(await store.endDoubt(null, instantOf(now())));
      return ok(null);
    }
    if (!page.ok) return page;
    const { items, head } = page.value;
    if (items.length > 0) applied(await store.takeChain(items, instantOf(now()), time.today()));
    const last = items.at(-1)?.sequence ?? head.sequence;
    if (last >= head.sequence) {
      applied(await store.endDoubt(head, instantOf(now())));
      return ok(null);
    }
    if (last <= after) return fail({ kind: 'server-nonsense', detail: 'A chain that does not go on' });
    after = last;
  }
}

function ask(
  { session, transport, time, now }: RejoinParts,
  after: number,
  signal: AbortSignal,
): Promise<Result<ChainAnswer, SyncFailure>> {
  return session.run(signal, async (token) => {
    const sentAt = now();
    const answer = await transport.call({
      path: '/v1/chain',
      body: { after },
      schema: chainAnswer,
      token,
      signal,
    });
    if (answer.ok) time.note(answer.value.serverTime, sentAt);
    return answer;
  });
}
