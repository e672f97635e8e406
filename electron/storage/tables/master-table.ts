import type { z } from 'zod';
import {
  districtRecord,
  helpline,
  holidayList,
  lsp,
  lspFigures,
  migrationWindow,
  officer,
  reasonCode,
  ruleSet,
  signingTitle,
} from '../../../shared/domain/master.ts';
import type { Instant } from '../../../shared/domain/values.ts';
import type { ChangeKind } from '../../../shared/sync/protocol.ts';
import type { MasterState } from '../../../shared/ipc/views/office.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { StoredMaster, SupersededItem } from '../store.ts';

export type MasterKind = Exclude<ChangeKind, 'request' | 'transfer'>;

export const masterSchemas = {
  lsp,
  'lsp-figures': lspFigures,
  window: migrationWindow,
  'rule-set': ruleSet,
  'holiday-list': holidayList,
  officer,
  'reason-code': reasonCode,
  district: districtRecord,
  helpline,
  'signing-title': signingTitle,
} as const satisfies Record<MasterKind, z.ZodType>;

const masterKinds = Object.keys(masterSchemas) as MasterKind[];

type StoredState = Pick<MasterState, 'count' | 'asOf' | 'receivedAt' | 'version'>;

const nothingReceived: StoredState = { count: 0, asOf: null, receivedAt: null, version: null };

/** Master data as received, by kind and id; removed items leave a tombstone. */
export function masterTable(db: SqlDatabase) {
  const version = db
    .prepare<[string, string], number>('SELECT version FROM master WHERE kind = ? AND id = ?')
    .pluck();
  const upsert = db.prepare(
    `INSERT INTO master (kind, id, version, body, received_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version, body = excluded.body,
       received_at = excluded.received_at`,
  );
  const remove = db.prepare('DELETE FROM master WHERE kind = ? AND id = ?');
  const bodies = db.prepare<[string], string>('SELECT body FROM master WHERE kind = ? ORDER BY id').pluck();
  const state = db.prepare<[string], StoredState>(
    `SELECT count(*) AS count, max(json_extract(body, '$.asOf')) AS asOf, max(received_at) AS receivedAt,
       (SELECT version FROM master WHERE kind = m.kind ORDER BY received_at DESC, version DESC LIMIT 1) AS version
     FROM master m WHERE kind = ? GROUP BY kind`,
  );
  const newestReceipt = db.prepare<[], Instant | null>('SELECT max(received_at) FROM master').pluck();
  const superseded = db.prepare<[], SupersededItem>(
    `SELECT m.kind, m.id, json_extract(m.body, '$.lspId') AS lspId
     FROM set_aside s JOIN master m ON m.kind = s.kind AND m.id = s.id
     WHERE s.why = 'invalid' AND s.version > m.version ORDER BY m.kind, m.id`,
  );
  const tombstone = db
    .prepare<[string, string], number>('SELECT version FROM tombstones WHERE kind = ? AND id = ?')
    .pluck();
  const bury = db.prepare(
    `INSERT INTO tombstones (kind, id, version) VALUES (?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version`,
  );

  function all<Schema extends z.ZodType>(kind: MasterKind, schema: Schema): z.infer<Schema>[] {
    return bodies.all(kind).map((body) => schema.parse(JSON.parse(body)));
  }

  return {
    /** Null when it never was here. A removed one keeps the version of its removal. */
    version: (kind: string, id: string): number | null =>
      version.get(kind, id) ?? tombstone.get(kind, id) ?? null,
    upsert: (kind: MasterKind, id: string, itemVersion: number, body: string, at: Instant) =>
      void upsert.run(kind, id, itemVersion, body, at),
    remove(kind: MasterKind, id: string, itemVersion: number): void {
      remove.run(kind, id);
      bury.run(kind, id, itemVersion);
    },
    tombstone: (kind: string, id: string): number | null => tombstone.get(kind, id) ?? null,
    bury: (kind: string, id: string, itemVersion: number) => void bury.run(kind, id, itemVersion),
    /** How current each kind is; \`version\` is that of the item that came last. */
    states: (): Omit<MasterState, 'isStale'>[] =>
      masterKinds.map((kind) => ({ kind, ...(state.get(kind) ?? nothingReceived) })),
    newestReceipt: (): Instant | null => newestReceipt.get() ?? null,
    windows: () => all('window', migrationWindow),
    holidays: () => all('holiday-list', holidayList),
    read: (): StoredMaster => ({
      lsps: all('lsp', lsp),
      figures: all('lsp-figures', lspFigures),
      windows: all('window', migrationWindow),
      ruleSets: all('rule-set', ruleSet),
      holidays: all('holiday-list', holidayList),
      reasonCodes: all('reason-code', reasonCode),
      districts: all('district', districtRecord),
      helplines: all('helpline', helpline),
      signingTitles: all('signing-title', signingTitle),
      officers: all('officer', officer),
      superseded: superseded.all(),
    }),
  };
}
