import { z } from 'zod';
import { decisionId, requestId } from '../../domain/ids.ts';
import { isoDate, language } from '../../domain/values.ts';

/**
 * The papers of the office. The `order` of an approval is the District eMitra Manager's permission. An `order` exists
 * from the sealing of its decision on; before that there is no number.
 */
export const paperWish = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), decisionId }),
  z.object({ kind: z.literal('acknowledgement'), requestId }),
  z.object({ kind: z.literal('status-slip'), requestId }),
  z.object({ kind: z.literal('register'), day: isoDate }),
  z.object({ kind: z.literal('reconciliation'), requestId }),
  z.object({ kind: z.literal('day-summary') }),
  /** All decisions with their receipts; the one paper of a desk that leaves its district. */
  z.object({ kind: z.literal('kept-record') }),
]);
export type PaperWish = z.infer<typeof paperWish>;
export type PaperKind = PaperWish['kind'];

export const paperInput = z.object({ paper: paperWish, language });

/** A paper that was made: a PDF in the main process' memory, until the next few were made or the desk is locked. */
export const madePaper = z.object({
  token: z.string().min(16).max(64),
  /** Root-absolute, for the viewer. */
  url: z.string(),
  title: z.string(),
  fileName: z.string(),
  pages: z.int().positive(),
  bytes: z.int().positive(),
});
export type MadePaper = z.infer<typeof madePaper>;
