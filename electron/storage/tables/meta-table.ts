import type { Instant, IsoDate } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { SettingName, VaultIdentity } from '../store.ts';

/** Single values: whose vault this is, how far the feed was read, the day and the revision counter. */
export function metaTable(db: SqlDatabase) {
  const read = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck();
  const write = db.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const readSetting = db.prepare<[string], number>('SELECT value FROM settings WHERE name = ?').pluck();
  const writeSetting = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    identity(): VaultIdentity | null {
      const text = read.get('identity');
      return text === undefined ? null : (JSON.parse(text) as VaultIdentity);
    },
    writeIdentity: (identity: VaultIdentity) => void write.run('identity', JSON.stringify(identity)),
    cursor: (): string | null => read.get('cursor') ?? null,
    writeCursor: (cursor: string) => void write.run('cursor', cursor),
    lastContact: (): Instant | null => read.get('last-contact') ?? null,
    writeLastContact: (at: Instant) => void write.run('last-contact', at),
    /** The calendar day up to which dates and the working set are right. */
    today: (): IsoDate | null => read.get('today') ?? null,
    writeToday: (today: IsoDate) => void write.run('today', today),
    revision: (): number => Number(read.get('revision') ?? '0'),
    writeRevision: (revision: number) => void write.run('revision', String(revision)),
    setting: (name: SettingName): number | null => readSetting.get(name) ?? null,
    writeSetting: (name: SettingName, value: number) => void writeSetting.run(name, value),
  };
}
