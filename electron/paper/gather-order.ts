import { createHash } from 'node:crypto';
import type { DecisionId } from '../../shared/domain/ids.ts';
import type { Officer } from '../../shared/domain/master.ts';
import type { Language } from '../../shared/domain/values.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';
import { isOrderOutcome, orderPaper } from '../../shared/paper/order-paper.ts';
import { orderProof, type ReceiptProof } from '../../shared/paper/order-proof.ts';
import type { Paper } from '../../shared/paper/paper.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { receiptContent, type Receipt } from '../../shared/sync/protocol.ts';
import type { StoredMaster, StoredOrder } from '../storage/store.ts';
import { lspNames, officeOf, requestOf, type PaperSources } from './gather.ts';

/** The order of a sealed decision. A hold, or what is not sealed, has none. */
export async function gatherOrder(
  sources: PaperSources,
  id: DecisionId,
  language: Language,
): Promise<Result<Paper, DeskError>> {
  const order = await sources.store.order(id);
  if (order === null || !isOrderOutcome(order.decision.outcome)) return fail({ kind: 'no-order-yet' });
  const stored = await requestOf(sources, order.decision.parsed.requestId);
  if (!stored.ok) return stored;
  const master = await sources.store.master();
  const receipt = order.receipt && receiptProof(order.receipt);
  const { sealed, parsed } = order.decision;
  const officer = officerOf(sources, master, parsed.officerId);
  const paper = orderPaper(
    {
      orderNo: order.orderNo,
      sealedAt: sealed.sealedAt,
      content: parsed,
      request: stored.value.request,
      lsps: lspNames(stored.value.request, master),
      reasonCodes: master.reasonCodes,
      officerName: officer.name,
      receipt,
      isVoid: voidOf(order),
      proof: orderProof({ orderNo: order.orderNo, sealed, contentHash: sha256(sealed.content), receipt }),
      office: await officeOf(sources, officer.title),
    },
    order.decision.outcome,
    language,
  );
  return ok(paper);
}

/** The server refused or contested it: the number is void, whatever else is known of it. */
function voidOf({ decision, voidWhy, answeredAt }: StoredOrder): { why: string; at: string | null } | null {
  const isVoid = voidWhy !== null || decision.state === 'refused' || decision.state === 'conflicted';
  return isVoid ? { why: voidWhy ?? decision.state, at: answeredAt } : null;
}

/** A receipt was proved before it was kept; one that cannot be read all the same is not put on paper. */
function receiptProof(receipt: Receipt): ReceiptProof | null {
  const said = receiptContent.safeParse(parseJson(receipt.text));
  if (!said.success) return null;
  const { serverSequence, acceptedAt } = said.data;
  return { serverSequence, acceptedAt, textHash: sha256(receipt.text), signature: receipt.signature };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Who decided, whoever prints it now; one whom the vault does not know signs by hand over an empty line. */
function officerOf(
  { identity }: PaperSources,
  { officers }: StoredMaster,
  officerId: string,
): Pick<Officer, 'name' | 'title'> {
  const known = [identity.officer, ...officers].find(({ id }) => id === officerId);
  return known ?? { name: { hi: '', en: '' }, title: { hi: '', en: '' } };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
