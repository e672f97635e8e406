import { z } from 'zod';
import { lspId, requestId } from '../../domain/ids.ts';
import { requestStatus } from '../../domain/request.ts';
import { bilingual, isoDate } from '../../domain/values.ts';

/** One request that the status desk found, over the whole archive. */
export const archiveHit = z.object({
  id: requestId,
  requestNo: z.string(),
  kioskCode: z.string(),
  newKioskCode: z.string().nullable(),
  centreName: bilingual,
  applicantName: bilingual,
  mobileLast4: z.string().nullable(),
  /** The registered operator where it is not the applicant, so that one who is found by it is seen. */
  registered: z.object({ name: bilingual, mobileLast4: z.string().nullable() }).optional(),
  status: requestStatus,
  receivedOn: isoDate,
  currentLspId: lspId,
  targetLspId: lspId,
  /** What of it fitted the words typed. */
  matched: z.enum(['kiosk-code', 'new-kiosk-code', 'request-no', 'mobile', 'name']),
});
export type ArchiveHit = z.infer<typeof archiveHit>;

export const archiveAnswer = z.object({
  hits: z.array(archiveHit),
  /** There are more than were asked for: type on. */
  more: z.boolean(),
});
export type ArchiveAnswer = z.infer<typeof archiveAnswer>;
