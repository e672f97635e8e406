import { z } from 'zod';
import { conflictChoice, conflictReason } from '../../domain/conflict.ts';
import { outcome } from '../../domain/decision.ts';
import { decisionId, requestId } from '../../domain/ids.ts';
import { migrationRequest } from '../../domain/request.ts';
import { standingDecision } from '../../domain/standing-decision.ts';
import { bilingual, instant } from '../../domain/values.ts';

/** What was done about a conflict; the name is null where this desk does not know the officer. */
export const conflictEnding = z.object({
  how: conflictChoice,
  byName: bilingual.nullable(),
  at: instant,
});

/** Both sides of a decision that came too late, and what the officer may do. */
export const conflictView = z.object({
  decisionId,
  requestId,
  requestNo: z.string(),
  kioskCode: z.string(),
  centreName: bilingual,
  reason: conflictReason,
  mine: z.object({
    outcome,
    officerName: bilingual.nullable(),
    recordedAt: instant,
    reasonCodes: z.array(z.string()),
    remarks: z.string(),
    orderNo: z.string().nullable(),
  }),
  /** Null where no other desk decided: the administration changed, withdrew or moved the request. */
  standing: standingDecision.nullable(),
  /** The request as it was when the officer decided; null where that was not kept. */
  seen: migrationRequest.nullable(),
  /** As the server has it now; null where it is no longer the district's. */
  present: migrationRequest.nullable(),
  /** Empty once it was dealt with. */
  choices: z.array(conflictChoice),
  ended: conflictEnding.nullable(),
});
export type ConflictView = z.infer<typeof conflictView>;
