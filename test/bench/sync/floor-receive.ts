import type { MigrationRequest } from '../../../shared/domain/request.ts';
import { limits, type ChangeLine, type ChangePageEnd } from '../../../shared/sync/protocol.ts';
import type { SqlDatabase } from '../../../electron/storage/sql-database.ts';
import { auditRow, entriesOf, type Entries } from './floor-entries.ts';

export interface FloorReceived {
  received: number;
  /** Milliseconds for making the rows and search entries: a floor that had them ready would be faster by so much. */
  makingMs: number;
}

/** Fetches all pages, parses their lines, and writes everything in one transaction with the cursor. */
export function floorReceive(database: SqlDatabase, url: string) {
  const write = writer(database);
  let cursor: string | null = null;

  async function receive(): Promise<FloorReceived> {
    const lines: ChangeLine[] = [];
    for (let more = true; more;) {
      const from = cursor === null ? '' : `&cursor=${cursor}`;
      const page = await fetch(`${url}/v1/changes?limit=${limits.pageItems}${from}`);
      for (const text of (await page.text()).split('\n')) {
        if (text === '') continue;
        const line = JSON.parse(text) as ChangeLine | ChangePageEnd;
        if ('pageEnd' in line) more = line.more;
        else lines.push(line);
        cursor = line.cursor;
      }
    }
    const begun = performance.now();
    const entries = entriesOf(lines.map(({ body }) => body as MigrationRequest));
    const makingMs = performance.now() - begun;
    write.immediate(lines, entries, cursor ?? '');
    return { received: lines.length, makingMs };
  }

  return { receive };
}

function writer(database: SqlDatabase) {
  const request = database.prepare(
    `INSERT INTO requests (id, feed_version, version, body) VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET feed_version = excluded.feed_version, version = excluded.version,
       body = excluded.body`,
  );
  const row = database.prepare(
    `INSERT INTO rows (id, district_id, received_on, due_on, pauses, is_paused, is_open, is_removed, has_standing,
       recent_on, in_set, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET recent_on = excluded.recent_on, row = excluded.row`,
  );
  const place = database.prepare(
    'INSERT INTO archive (ordinal, request_id, fingerprint) VALUES (CAST(? AS INTEGER), ?, ?)',
  );
  const words = database.prepare('INSERT INTO archive_words (rowid, words) VALUES (CAST(? AS INTEGER), ?)');
  const fact = database.prepare(
    `INSERT OR REPLACE INTO facts (request_id, status, application_date, received_on, closed_on, current_lsp,
       target_lsp, pauses, events) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const meta = database.prepare('INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)');
  const audit = database.prepare(
    'INSERT INTO audit (at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return database.transaction(
    (lines: ChangeLine[], entries: ReadonlyMap<string, Entries>, cursor: string) => {
      const found: [ordinal: number, words: string][] = [];
      for (const line of lines) {
        const entry = entries.get(line.id);
        if (!entry) throw new Error(`Nothing was prepared for ${line.id}`);
        request.run(line.id, line.version, line.version, JSON.stringify(line.body));
        row.run(...entry.row);
        if (line.version === 1) {
          place.run(entry.place, line.id, 'f'.repeat(22));
          found.push([entry.place, entry.words]);
        }
        fact.run(...entry.fact);
      }
      // In the order of their places, as the store does: the index takes them a third faster.
      for (const [ordinal, text] of found.sort(([a], [b]) => a - b)) words.run(ordinal, text);
      meta.run('cursor', cursor);
      audit.run(...auditRow('changes-received', null, `{"items":${lines.length},"setAside":0,"masked":0}`));
    },
  );
}
