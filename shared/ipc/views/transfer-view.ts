import { z } from 'zod';
import { followUpKind } from '../../domain/transfer/transfer-act.ts';
import { reconciliationLine, transfer } from '../../domain/transfer/transfer.ts';
import { bilingual, instant } from '../../domain/values.ts';

/** A transfer with what the desk makes of it. The figures are the server's; nothing here can be edited. */
export const transferView = z.object({
  transfer,
  centreName: bilingual,
  /** Empty until the transfer is completed. */
  lines: z.array(reconciliationLine),
  /** Lines that differ and that no acknowledgement covers, by `lineKey`. */
  toAcknowledge: z.array(z.string()),
  followUps: z.array(
    z.object({ kind: followUpKind, doneAt: instant.nullable(), note: z.string().nullable() }),
  ),
  /** Acts of this desk that the server has not answered yet. */
  unsentActs: z.int(),
});
export type TransferView = z.infer<typeof transferView>;

/** One row of the list of transfers. */
export const transferRow = transfer
  .pick({
    requestId: true,
    requestNo: true,
    oldKioskCode: true,
    newKioskCode: true,
    fromLspId: true,
    toLspId: true,
    state: true,
    failure: true,
    updatedAt: true,
  })
  .extend({
    centreName: bilingual,
    differences: z.int(),
    toAcknowledge: z.int(),
    followUpsOpen: z.int(),
  });
export type TransferRow = z.infer<typeof transferRow>;
