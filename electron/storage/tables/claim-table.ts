import { claim, type Claim } from '../../../shared/sync/claims.ts';
import type { SqlDatabase } from '../sql-database.ts';

/** What the feed says about who works on what; leases that are over stand here too. */
export function claimTable(db: SqlDatabase) {
  const version = db.prepare<[string], number>('SELECT version FROM claims WHERE request_id = ?').pluck();
  const put = db.prepare(
    `INSERT INTO claims (request_id, version, body) VALUES (?, ?, ?)
     ON CONFLICT (request_id) DO UPDATE SET version = excluded.version, body = excluded.body`,
  );
  const bodies = db.prepare<[], string>('SELECT body FROM claims WHERE body IS NOT NULL').pluck();
  return {
    version: (id: string): number | null => version.get(id) ?? null,
    /** @param held null: given back. */
    put: (id: string, itemVersion: number, held: Claim | null) =>
      void put.run(id, itemVersion, held && JSON.stringify(held)),
    all: (): Claim[] => bodies.all().map((body) => claim.parse(JSON.parse(body))),
  };
}
