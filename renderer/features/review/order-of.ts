import type { RequestDetail } from '../../../shared/ipc/contract.ts';
import type { PaperWish } from '../../../shared/ipc/views/paper.ts';

/** The order of this desk's decision, from its sealing on; a hold has none. */
export function orderOf({ decision }: RequestDetail): { orderNo: string; paper: PaperWish } | null {
  if (decision === null || decision.orderNo === null || decision.outcome === 'hold') return null;
  return { orderNo: decision.orderNo, paper: { kind: 'order', decisionId: decision.id } };
}
