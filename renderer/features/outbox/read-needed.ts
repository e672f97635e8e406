import type { DecisionId, RequestId } from '../../../shared/domain/ids.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { ItemTotals } from '../../../shared/ipc/views/outbox.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { call } from '../../app/bridge.ts';
import type { Screen } from '../../app/desk-store.ts';

/** A request that a person must look at, and the screen on which that is done. */
export interface NeededRequest {
  requestNo: string;
  screen: Screen;
}

export type NeededList = 'refused' | 'conflicted' | 'parked' | 'hand';
export type NeededRequests = Record<Exclude<NeededList, 'refused'>, NeededRequest[]> & {
  /** Also those that somebody has dealt with since: the read model tells. */
  refused: (NeededRequest & { decisionId: DecisionId })[];
};

/** As many are asked for: refused decisions of the past, which nobody needs to look at, lie among them. */
const most = 100;

/** The requests behind the counts of what a person must do. Lists of which nothing is counted are not asked for. */
export async function readNeeded(totals: ItemTotals): Promise<Result<NeededRequests, DeskError>> {
  const ask = <Value>(count: number, read: () => Promise<Result<Value[], DeskError>>) =>
    count === 0 ? Promise.resolve(ok<Value[]>([])) : read();
  const page = <State>(state: State) => ({ state, limit: most });
  const [refused, conflicted, hand, acts, scans, uploads] = await Promise.all([
    ask(totals.decision.refused, () => call('outbox.decisions', page('refused' as const))),
    ask(totals.decision.conflicted, () => call('outbox.decisions', page('conflicted' as const))),
    ask(totals.scan.hand, () => call('outbox.scans', page('hand' as const))),
    ask(totals.act.parked, () => call('outbox.acts', page('parked' as const))),
    ask(totals.scan.parked, () => call('outbox.scans', page('parked' as const))),
    ask(totals.upload.parked, () => call('outbox.uploads', page('parked' as const))),
  ]);
  for (const list of [refused, conflicted, hand, acts, scans, uploads]) if (!list.ok) return list;
  return ok({
    refused: valueOf(refused).map((item) => ({ ...review(item), decisionId: item.decisionId })),
    conflicted: valueOf(conflicted)
      .filter(({ conflict }) => conflict?.endedAt === null)
      .map(({ requestNo, decisionId }) => ({ requestNo, screen: conflictOf(decisionId) })),
    hand: once(valueOf(hand).map(review)),
    parked: once([
      ...valueOf(scans).map(review),
      ...valueOf(acts).map(({ requestNo, requestId }) => ({ requestNo, screen: transferOf(requestId) })),
      ...valueOf(uploads).map(review),
    ]),
  });
}

function valueOf<Value>(list: Result<Value[], DeskError>): Value[] {
  return list.ok ? list.value : [];
}

function review({ requestNo, requestId }: { requestNo: string; requestId: RequestId }): NeededRequest {
  return { requestNo, screen: { name: 'review', requestId } };
}

function conflictOf(decisionId: DecisionId): Screen {
  return { name: 'conflict', decisionId };
}

function transferOf(requestId: RequestId): Screen {
  return { name: 'transfers', requestId };
}

function once(requests: readonly NeededRequest[]): NeededRequest[] {
  return [...new Map(requests.map((one) => [`${one.screen.name} ${one.requestNo}`, one])).values()];
}
