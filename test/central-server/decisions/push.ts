import type { PushAnswerItem } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';
import { PushBatch } from './push-batch.ts';
import { readItem, type PushingDevice } from './sealed-item.ts';

/**
 * Answers a push, one answer for each item in the order of the items. The whole batch is one transaction, so that what
 * is answered is durable; a bad item is an answer, not an error, and blocks nothing. Items are taken in the order of
 * the device's chain, whatever order they came in.
 */
export async function pushDecisions(
  context: ServerContext,
  device: PushingDevice,
  raw: readonly unknown[],
): Promise<PushAnswerItem[]> {
  const items = raw.map((each) => readItem(each, device));
  const inChainOrder = items
    .map((item, place) => ({ item, place }))
    .sort((a, b) => (a.item.link?.sequence ?? 0) - (b.item.link?.sequence ?? 0) || a.place - b.place);

  return context.database.transaction().execute(async (transaction) => {
    const batch = await PushBatch.open({ ...context, database: transaction }, device, items);
    const answers = new Array<PushAnswerItem>(items.length);
    for (const { item, place } of inChainOrder) answers[place] = batch.answer(item);
    await batch.write();
    return answers;
  });
}
