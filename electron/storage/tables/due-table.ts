import type { Instant } from '../../../shared/domain/values.ts';
import { latestTry } from '../longest-wait.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { DueToSend } from '../push-store.ts';
import { isUploadDue } from './upload-due.ts';

interface Asked {
  now: Instant;
  latestDecision: Instant;
  latest: Instant;
  withParkedActs: number;
}

/** Whether anything is due to be sent, without reading what: asked at each sync, and nearly always nothing is. */
export function dueTable(db: SqlDatabase) {
  // Decisions leave in the order of the chain: where its first open link waits, all wait.
  const due = db.prepare<[Asked], Record<keyof DueToSend, number | null>>(
    `SELECT
       (SELECT next_try_at IS NULL OR next_try_at <= @now OR next_try_at > @latestDecision
        FROM outbox WHERE is_answered = 0 ORDER BY sequence LIMIT 1) AS decisions,
       EXISTS (SELECT 1 FROM transfer_acts WHERE state = 'unsent' AND is_parked <= @withParkedActs
         AND (next_try_at IS NULL OR next_try_at <= @now OR next_try_at > @latest)) AS acts,
       EXISTS (SELECT 1 FROM uploads u JOIN local_scans l ON l.id = u.id WHERE ${isUploadDue}) AS uploads`,
  );
  return {
    toSend(now: Instant, withParkedActs: boolean): DueToSend {
      const [latestDecision, latest] = [latestTry(now, 'decision'), latestTry(now, 'item')];
      const found = due.get({ now, latestDecision, latest, withParkedActs: Number(withParkedActs) });
      return { decisions: found?.decisions === 1, acts: found?.acts === 1, uploads: found?.uploads === 1 };
    },
  };
}
