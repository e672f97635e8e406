import { z } from 'zod';
import { isoDate } from './values.ts';

/** The rules of the process description (`docs/decisions`), in the order in which they are shown. */
export const ruleIds = [
  'category-c',
  'lsp-20-kiosks',
  'lsp-coordinator',
  'lsp-rollout-rural',
  'lsp-rollout-urban',
  'lsp-3-months',
  'max-3',
  'fee',
  'window',
  'authorised-operator',
  'reason',
  'different-lsp',
] as const;
export const ruleId = z.enum(ruleIds);
export type RuleId = z.infer<typeof ruleId>;

/** Facts that the sentence of a result is made of; the locale files hold the words. */
export const evidence = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type Evidence = z.infer<typeof evidence>;

/** `unknown` is what stale or missing data gives; it is never shown as a pass. */
export const ruleResult = z.object({
  id: ruleId,
  result: z.enum(['pass', 'fail', 'unknown']),
  /** Names the sentence in the locale files: `rules.<id>.<because>`. */
  because: z.string().max(60),
  evidence,
  /** The day the evidence was true; null where there is none. */
  asOf: isoDate.nullable(),
  orderNo: z.string().max(80).nullable(),
});
export type RuleResult = z.infer<typeof ruleResult>;
