import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { openInMemory, type SqlDatabase, type SqlStatement } from '../../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import { at, identity, today } from '../../contract/store-fixture.ts';

/** What may be read whole: few rows for as long as an office works, or what another part of the plan has found. */
const mayBeWhole = /^SCAN (set_aside|meta|master|additions|\(subquery-\d+\)|CONSTANT ROW)/;
/** The chain is read from its end, for one row; of the scans that were taken in here there are a few a day. */
const known: Record<string, readonly string[]> = {
  counts: ['SCAN u', 'SCAN u'],
  dueToSend: ['SCAN u'],
  dueUploads: ['SCAN u'],
  sealDecisions: ['SCAN chain'],
};

/** A database that notes the SQL of each statement that runs. */
function listening(database: SqlDatabase) {
  const ran = new Set<string>();
  const heard = (statement: SqlStatement, sql: string): SqlStatement => ({
    run: (...given) => (ran.add(sql), statement.run(...given)),
    get: (...given) => (ran.add(sql), statement.get(...given)),
    all: (...given) => (ran.add(sql), statement.all(...given)),
    iterate: (...given) => (ran.add(sql), statement.iterate(...given)),
    pluck() {
      statement.pluck();
      return this;
    },
  });
  const prepare = (sql: string) => heard(database.prepare(sql), sql);
  const spy = new Proxy(database, {
    get: (target, name) => {
      const member = Reflect.get(target, name) as unknown;
      if (name === 'prepare') return prepare;
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
  return { spy, ran };
}

/** What a sync and the strip ask of the vault many times a day must not read what only grows. */
describe('what is asked at each sync', () => {
  const database = openInMemory();
  const { spy, ran } = listening(database);
  let partial: string[];
  beforeAll(() => {
    migrate(database);
    writeIdentity(database, identity);
    partial = database
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'")
      .pluck()
      .all();
  });
  afterAll(() => void database.close());

  const store = () => sqliteStore(spy);
  it.each<[string, (of: ReturnType<typeof store>) => unknown]>([
    ['counts', (of) => of.counts(at)],
    ['limitFacts', (of) => of.limitFacts()],
    ['nextSealAt', (of) => of.nextSealAt(at)],
    ['sealDecisions', (of) => of.sealDecisions({ due: true }, at)],
    ['signOffItems', (of) => of.signOffItems()],
    ['unsent', (of) => of.unsent(at, 500)],
    ['outgoing', (of) => of.outgoing(at, { items: 500, bytes: 1e6 }, 0)],
    ['dueToSend', (of) => of.dueToSend(at)],
    ['unsentActs', (of) => of.unsentActs(at, 500)],
    ['dueUploads', (of) => of.dueUploads(at, 10)],
    ['missingScans', (of) => of.missingScans(today)],
    ['wantedScans', (of) => of.wantedScans(at, 10, null)],
    ['scansToMask', (of) => of.scansToMask(at, 10, null)],
    ['newDay', (of) => of.newDay('2026-12-01')],
  ])('%s finds by an index', (name, ask) => {
    const opened = store();
    ran.clear();
    ask(opened);
    const plans = [...ran].flatMap((sql) =>
      database
        .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replace(/[@?]\w*/g, 'NULL')}`)
        .all()
        .map(({ detail }) => detail),
    );
    expect(plans.length).toBeGreaterThan(0);
    const whole = plans.filter((detail) => {
      const index = /^SCAN \S+ USING (?:COVERING )?INDEX (\S+)/.exec(detail)?.[1] ?? '';
      return detail.startsWith('SCAN ') && !partial.includes(index) && !mayBeWhole.test(detail);
    });
    expect(whole).toEqual(known[name] ?? []);
  });
});
