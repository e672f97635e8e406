import { indiaDate } from '../../../shared/domain/india-date.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { HourTraffic } from '../item-store.ts';
import type { SqlDatabase } from '../sql-database.ts';

const keptMilliseconds = 60 * 86_400_000;

/** Bytes on the wire, by the hour in India. */
export function trafficTable(db: SqlDatabase) {
  const ofDay = db.prepare<[string, string], HourTraffic>(
    'SELECT hour, received, sent FROM traffic WHERE hour >= ? AND hour < ? ORDER BY hour',
  );
  const add = db.prepare(
    `INSERT INTO traffic (hour, received, sent) VALUES (?, ?, ?) ON CONFLICT (hour)
     DO UPDATE SET received = received + excluded.received, sent = sent + excluded.sent`,
  );
  const forget = db.prepare('DELETE FROM traffic WHERE hour < ?');
  return {
    // `U` follows `T`: every hour of the day lies between.
    ofDay: (day: IsoDate): HourTraffic[] => ofDay.all(`${day}T`, `${day}U`),
    add({ hour, received, sent }: HourTraffic): void {
      add.run(hour, received, sent);
      forget.run(indiaDate(Date.parse(`${hour}:00:00+05:30`) - keptMilliseconds));
    },
  };
}
