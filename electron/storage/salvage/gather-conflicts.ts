import { z } from 'zod';
import { conflictChoice } from '../../../shared/domain/conflict.ts';
import { decisionId, officerId } from '../../../shared/domain/ids.ts';
import { standingDecision } from '../../../shared/domain/standing-decision.ts';
import { instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';
import { readableEnds } from './readable-rows.ts';
import type { SalvagedConflict } from './salvaged.ts';

const conflictRow = z.object({
  id: decisionId,
  standing: z.string().nullable(),
  how: conflictChoice.nullable(),
  by: officerId.nullable(),
  at: instant.nullable(),
  endedWith: decisionId.nullable(),
});

/** What was done about contested decisions, by the decision's id. Nothing of it is signed: it is taken as it stands. */
export function gatherConflicts(db: SqlDatabase): Map<string, SalvagedConflict> {
  const { rows } = readableEnds<unknown>(
    db,
    `SELECT decision_id AS id, standing, how, ended_by AS by, ended_at AS at, ended_with AS endedWith
     FROM conflicts`,
    'id',
  );
  const conflicts = rows.flatMap((row) => {
    const parsed = conflictRow.safeParse(row);
    if (!parsed.success) return [];
    const { id, standing, how, by, at, endedWith } = parsed.data;
    const ended = how !== null && by !== null && at !== null ? { how, by, at } : null;
    return [[id, { standing: standingOf(standing), ended, endedWith }] as const];
  });
  return new Map(conflicts);
}

function standingOf(text: string | null): SalvagedConflict['standing'] {
  if (text === null) return null;
  try {
    return standingDecision.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
