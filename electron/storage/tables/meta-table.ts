import type { RequestId } from '../../../shared/domain/ids.ts';
import type { Leaving } from '../../../shared/domain/leaving.ts';
import type { KeptTime } from '../../../shared/domain/trusted-clock.ts';
import type { Instant, IsoDate } from '../../../shared/domain/values.ts';
import { seriesFromDevice } from '../series-from-device.ts';
import type { ChainHead } from '../../../shared/sync/chain.ts';
import type { SqlDatabase } from '../sql-database.ts';
import type { CourierMemory } from '../courier-memory.ts';
import type { SettingName } from '../setting-name.ts';
import type { VaultIdentity } from '../store.ts';

/** Single values: whose vault this is, how far the feed was read, the day and the revision counter. */
export function metaTable(db: SqlDatabase) {
  const read = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck();
  const write = db.prepare(
    'INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const forget = db.prepare('DELETE FROM meta WHERE name = ?');
  const readSetting = db.prepare<[string], number>('SELECT value FROM settings WHERE name = ?').pluck();
  const writeSetting = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  return {
    identity(): VaultIdentity | null {
      const text = read.get('identity');
      return text === undefined ? null : identityFrom(text);
    },
    writeIdentity: (identity: VaultIdentity) => void write.run('identity', JSON.stringify(identity)),
    cursor: (): string | null => read.get('cursor') ?? null,
    writeCursor: (cursor: string) => void write.run('cursor', cursor),
    lastContact: (): Instant | null => read.get('last-contact') ?? null,
    writeLastContact: (at: Instant) => void write.run('last-contact', at),
    lastReceived: (): Instant | null => read.get('last-received') ?? null,
    writeLastReceived: (at: Instant) => void write.run('last-received', at),
    /** The calendar day up to which dates and the working set are right. */
    today: (): IsoDate | null => read.get('today') ?? null,
    writeToday: (today: IsoDate) => void write.run('today', today),
    /** The last request that has its place in the archive, while older ones still lack theirs. */
    archiveBehind: (): RequestId | null => (read.get('archive-behind') as RequestId | undefined) ?? null,
    writeArchiveBehind(last: RequestId | null): void {
      if (last === null) forget.run('archive-behind');
      else write.run('archive-behind', last);
    },
    courier(): CourierMemory {
      const text = read.get('courier');
      return text === undefined
        ? noCourier
        : { ...noCourier, ...(JSON.parse(text) as Partial<CourierMemory>) };
    },
    writeCourier: (memory: CourierMemory) => void write.run('courier', JSON.stringify(memory)),
    trustedTime(): KeptTime | null {
      const text = read.get('trusted-time');
      return text === undefined ? null : (JSON.parse(text) as KeptTime);
    },
    writeTrustedTime: (kept: KeptTime) => void write.run('trusted-time', JSON.stringify(kept)),
    leaving(): Leaving | null {
      const text = read.get('leaving');
      return text === undefined ? null : (JSON.parse(text) as Leaving);
    },
    writeLeaving: (leaving: Leaving) => void write.run('leaving', JSON.stringify(leaving)),
    /** Whether the server is to be asked where this device's chain stands before anything is sealed. */
    chainDoubt: (): boolean => read.get('chain-doubt') !== undefined,
    /** The last courier file that was made before the doubt: only an answer to a later one answers it. */
    chainDoubtSince(): number | null {
      const since = read.get('chain-doubt');
      return since === undefined ? null : Number(since);
    },
    /** @param since null: no doubt any more. */
    writeChainDoubt(since: number | null): void {
      if (since === null) forget.run('chain-doubt');
      else write.run('chain-doubt', String(since));
      forget.run('chain-taken');
    },
    /** Up to which place of the chain the server's word was taken in during this doubt. */
    chainTaken: (): number => Number(read.get('chain-taken') ?? '0'),
    writeChainTaken: (sequence: number) => void write.run('chain-taken', String(sequence)),
    /** Where the server's chain stood when it was asked; links of decisions that were lost here are in it. */
    chainBase(): ChainHead | null {
      const text = read.get('chain-base');
      return text === undefined ? null : (JSON.parse(text) as ChainHead);
    },
    writeChainBase: (head: ChainHead) => void write.run('chain-base', JSON.stringify(head)),
    revision: (): number => Number(read.get('revision') ?? '0'),
    writeRevision: (revision: number) => void write.run('revision', String(revision)),
    setting: (name: SettingName): number | null => readSetting.get(name) ?? null,
    writeSetting: (name: SettingName, value: number) => void writeSetting.run(name, value),
  };
}

export function identityFrom(text: string): VaultIdentity {
  const identity = JSON.parse(text) as Omit<VaultIdentity, 'series'> & Partial<VaultIdentity>;
  // Vaults of the first version have none; their server may have given none either.
  return { ...identity, series: identity.series ?? seriesFromDevice(identity.deviceId) };
}

const noCourier: CourierMemory = {
  outSequence: 0,
  inSequence: 0,
  toldCursors: [],
  writtenAt: null,
  readAt: null,
  newestMadeAt: null,
};
