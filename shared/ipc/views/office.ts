import { z } from 'zod';
import { businessDate, instant } from '../../domain/values.ts';
import { changeKinds } from '../../sync/protocol.ts';

/** How current one kind of master data is. */
export const masterState = z.object({
  kind: z.enum(changeKinds),
  count: z.int(),
  /** The newest day that the server names, null where it names none. */
  asOf: businessDate.nullable(),
  receivedAt: instant.nullable(),
  /** Of the item that changed last. */
  version: z.int().nullable(),
  isStale: z.boolean(),
});
export type MasterState = z.infer<typeof masterState>;

/** Something wrong with the master data that a person should know: it was kept and is shown, not dropped. */
export const masterFault = z.object({
  fault: z.enum([
    'rule-set-contradicts-itself',
    'rule-sets-contradict',
    'window-ends-before-it-begins',
    'windows-overlap',
    'holiday-outside-year',
    'lsp-vanished',
    'holidays-unknown',
    'newer-version-unreadable',
  ]),
  /** Which item: an id, an order number, a year. */
  subject: z.string(),
  detail: z.string(),
});
export type MasterFault = z.infer<typeof masterFault>;
