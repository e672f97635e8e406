import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * What a transfer needs: the operator's login, money beyond 2^31 paise, the transfers and what officers did about them;
 * and the series of order numbers. Rows of `order_series` are never deleted: a series is not given twice.
 */
const statements = [
  `alter table kiosks add column login_id text not null default ''`,
  ...['wallet', 'advance', 'credit_limit', 'dues', 'tds', 'security'].map(
    (column) => `alter table balances alter column ${column} type bigint,
      add constraint ${column}_is_exact check (${column} between -9007199254740991 and 9007199254740991)`,
  ),
  `create table transfers (
    request_id text primary key, district_id text not null references districts,
    state text not null check (state in ('waiting', 'completed', 'failed')), failure text,
    not_before text not null, attempts integer not null, body text not null)`,
  `create index transfers_to_run on transfers (not_before) where state <> 'completed'`,
  `create table transfer_acts (
    id text primary key, request_id text not null references transfers, officer_id text not null,
    device_id text not null, content text not null, officer_signature text not null, accepted_at text not null)`,
  `create table order_series (
    district_id text not null references districts, place integer not null check (place >= 0),
    series text not null check (series ~ '^[A-WYZ][0-9]*$'), device_id text not null unique references devices,
    primary key (district_id, place), unique (district_id, series))`,
];

export const transferTables = {
  async up(database: Kysely<Tables>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
