import { instantOf } from '../../shared/domain/india-date.ts';
import type { InContents } from '../../shared/courier/bundle.ts';
import type { CourierReading } from '../../shared/ipc/views/courier.ts';
import type { InParts } from './read-in.ts';

/**
 * The server's word on the device's chain, as by the network. It ends only the doubt in which it was asked for: an older
 * file tells of a chain that may have grown since, and places of it would be given twice.
 */
export async function applyBundleChain(
  { store, now, today, applied }: InParts,
  { answersTo, answers, chain }: InContents,
): Promise<CourierReading['chain']> {
  const at = instantOf(now());
  const { outSequence } = await store.courierMemory();
  // A refusal in an older file may be mended by now.
  const isBroken = answers.some((answer) => answer?.result === 'refused' && answer.reason === 'chain-broken');
  if (isBroken && answersTo === outSequence) await store.doubtChain(at);
  const question = await store.chainQuestion();
  if (question === null) return 'sure';
  if (!chain || answersTo === null || answersTo <= question.since) return 'in-doubt';
  const { items, head } = chain;
  if (items.length > 0) applied(await store.takeChain(items, at, today));
  if ((items.at(-1)?.sequence ?? head.sequence) < head.sequence) return 'in-doubt';
  applied(await store.endDoubt(head, at));
  return 'rejoined';
}
