import type { ConflictChoice, ConflictReason } from '../../../shared/domain/conflict.ts';
import type { DecisionId, OfficerId, RequestId } from '../../../shared/domain/ids.ts';
import { standingDecision, type StandingDecision } from '../../../shared/domain/standing-decision.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

export interface ConflictRecord {
  decisionId: DecisionId;
  requestId: RequestId;
  reason: ConflictReason;
  standing: StandingDecision | null;
  /** Null while nobody has dealt with it. */
  ended: ConflictEnd | null;
}

export interface ConflictEnd {
  how: ConflictChoice;
  by: OfficerId;
  at: Instant;
}

type Stored = Omit<ConflictRecord, 'standing' | 'ended'> & {
  standing: string | null;
  how: ConflictChoice | null;
  endedBy: OfficerId | null;
  endedAt: Instant | null;
};

const columns = `decision_id AS decisionId, request_id AS requestId, reason, standing, how, ended_by AS endedBy,
  ended_at AS endedAt`;

/** Decisions that came too late, and what the officer did about each. */
export function conflictTable(db: SqlDatabase) {
  const one = db.prepare<[string], Stored>(`SELECT ${columns} FROM conflicts WHERE decision_id = ?`);
  const openOf = db
    .prepare<[string], DecisionId>(
      'SELECT decision_id FROM conflicts WHERE request_id = ? AND ended_at IS NULL',
    )
    .pluck();
  const endedWith = db
    .prepare<[string], DecisionId>('SELECT decision_id FROM conflicts WHERE ended_with = ?')
    .pluck();
  const insert = db.prepare(
    'INSERT INTO conflicts (decision_id, request_id, reason, standing) VALUES (?, ?, ?, ?)',
  );
  const end = db.prepare(
    'UPDATE conflicts SET how = ?, ended_by = ?, ended_at = ?, ended_with = ? WHERE decision_id = ?',
  );
  return {
    get: (id: DecisionId): ConflictRecord | null => recordOf(one.get(id)),
    /** Those of a request that nobody has dealt with; one at most, as each is dealt with before the next decision. */
    openOf: (id: RequestId): DecisionId[] => openOf.all(id),
    /** Those in whose place this decision was made. */
    endedWith: (id: DecisionId): DecisionId[] => endedWith.all(id),
    add: ({ decisionId, requestId, reason, standing }: Omit<ConflictRecord, 'ended'>) =>
      void insert.run(decisionId, requestId, reason, standing && JSON.stringify(standing)),
    /** @param replacement the decision in its place, where the choice was made by recording one. */
    end: (id: DecisionId, { how, by, at }: ConflictEnd, replacement: DecisionId | null) =>
      void end.run(how, by, at, replacement, id),
    reopen: (id: DecisionId) => void end.run(null, null, null, null, id),
  };
}

function recordOf(stored: Stored | undefined): ConflictRecord | null {
  if (!stored) return null;
  const { standing, how, endedBy, endedAt, ...rest } = stored;
  const isEnded = how !== null && endedBy !== null && endedAt !== null;
  return {
    ...rest,
    standing: standing === null ? null : standingDecision.parse(JSON.parse(standing)),
    ended: isEnded ? { how, by: endedBy, at: endedAt } : null,
  };
}
