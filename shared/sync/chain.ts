import { z } from 'zod';
import { sealedDecision } from '../domain/decision.ts';
import { instant } from '../domain/values.ts';
import { pushAnswerItem } from './protocol.ts';

/** The most decisions of one `chainAnswer`. */
export const chainPageItems = 100;

/** `POST /v1/chain`: what the server holds of this device's chain, behind one of its links (0: from the beginning). */
export const chainRequest = z.object({ after: z.int().nonnegative() });

export const chainItem = z.object({
  sequence: z.int().positive(),
  /** As it was sent; null for one that was refused: its text is not kept. */
  sealed: sealedDecision.nullable(),
  /** As it was given to the push; a conflict comes without the request's present state. */
  answer: pushAnswerItem,
});
export type ChainItem = z.infer<typeof chainItem>;

/** A link of the chain: the next one has one number more, and its commitment as `previous`. */
export const chainHead = z.object({
  sequence: z.int().nonnegative(),
  commitment: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ChainHead = z.infer<typeof chainHead>;

/** In the chain's order, as many as fit; none when nothing is behind `after`. */
export const chainAnswer = z.object({
  head: chainHead,
  items: z.array(chainItem).max(chainPageItems),
  serverTime: instant,
});
export type ChainAnswer = z.infer<typeof chainAnswer>;
