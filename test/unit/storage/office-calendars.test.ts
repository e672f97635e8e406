import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { openInMemory, type SqlDatabase } from '../../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import { requestId } from '../../../shared/domain/ids.ts';
import type { ClockPause } from '../../../shared/domain/request.ts';
import { at, identity } from '../../contract/store-fixture.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';

const id = requestId.parse('req-1');
const day = '2026-10-05';
let database: SqlDatabase;
let store: ReturnType<typeof sqliteStore>;
beforeEach(() => {
  database = openInMemory();
  migrate(database);
  writeIdentity(database, identity);
  store = sqliteStore(database);
  takeHolidays(1, ['2026-10-02']);
});
afterEach(() => store.close());

function takeHolidays(version: number, dates: readonly string[]) {
  const days = dates.map((date) => ({ date, name: { hi: 'नमूना अवकाश', en: 'Sample holiday' } }));
  const body = { year: 2026, districtId: null, days };
  const line = { cursor: 'h', kind: 'holiday-list', id: '2026', version, body };
  return store.applyChanges([line], 'h', at, day);
}

function takeRequest(version: number, today = day, pauses: ClockPause[] = []) {
  const body = sampleRequest({ id, version, receivedOn: '2026-10-01', pauses });
  store.applyChanges([{ cursor: 'c', kind: 'request', id, version, body }], 'c', at, today);
  return store.request(id)?.row.dueOn;
}

it('counts by the holidays that came since the transaction before', () => {
  const before = takeRequest(1);
  takeHolidays(2, ['2026-10-02', '2026-10-06']);
  expect(store.request(id)?.row.dueOn).toBe('2026-10-26');
  expect(before).toBe('2026-10-23');
  expect(takeRequest(2)).toBe('2026-10-26');
});

it('goes on counting by the old holidays when the new ones could not be kept', () => {
  const before = takeRequest(1);
  database.exec("CREATE TRIGGER full BEFORE UPDATE ON rows BEGIN SELECT RAISE(ABORT, 'no room'); END");
  expect(() => takeHolidays(2, ['2026-10-02', '2026-10-06'])).toThrow();
  database.exec('DROP TRIGGER full');
  expect(takeRequest(2)).toBe(before);
});

it('counts an open pause up to the day of each transaction', () => {
  const pauses: ClockPause[] = [{ from: '2026-10-05', to: null, why: 'on-hold' }];
  const [first, same] = [takeRequest(1, day, pauses), takeRequest(2, day, pauses)];
  expect(same).toBe(first);
  const later = takeRequest(3, '2026-10-12', pauses);
  expect(Date.parse(later ?? '')).toBeGreaterThan(Date.parse(first ?? ''));
});
