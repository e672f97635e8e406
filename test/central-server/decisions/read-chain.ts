import { sealedDecision } from '../../../shared/domain/decision.ts';
import { chainPageItems, type ChainAnswer } from '../../../shared/sync/chain.ts';
import { pushAnswerItem } from '../../../shared/sync/protocol.ts';
import type { ServerContext } from '../context.ts';

/** Characters of a page, well within what a body may have. */
const mostCharacters = 4 * 1024 * 1024;

/** What a device sent and was answered, and where its chain stands: a desk whose vault was damaged goes on from there. */
export async function readChain(
  { database, now }: ServerContext,
  deviceId: string,
  after: number,
): Promise<ChainAnswer> {
  // The head first: what is pushed meanwhile is only left out, never a head without its items.
  const device = await database
    .selectFrom('devices')
    .select(['chain_sequence', 'chain_head'])
    .where('id', '=', deviceId)
    .executeTakeFirstOrThrow();
  const rows = await database
    .selectFrom('decisions')
    .select(['chain_sequence', 'sealed', 'answer'])
    .where('device_id', '=', deviceId)
    .where('chain_sequence', '>', after)
    .where('chain_sequence', '<=', device.chain_sequence)
    .orderBy('chain_sequence')
    .limit(chainPageItems)
    .execute();
  let characters = 0;
  const fitting = rows.filter(({ sealed, answer }, nth) => {
    characters += (sealed?.length ?? 0) + answer.length;
    return nth === 0 || characters <= mostCharacters;
  });
  return {
    head: { sequence: device.chain_sequence, commitment: device.chain_head },
    items: fitting.map(({ chain_sequence, sealed, answer }) => ({
      sequence: chain_sequence,
      sealed: sealed === null ? null : sealedDecision.parse(JSON.parse(sealed)),
      answer: pushAnswerItem.parse(JSON.parse(answer)),
    })),
    serverTime: now().toISOString(),
  };
}
