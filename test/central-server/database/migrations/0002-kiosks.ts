import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** What the central server knows of the kiosks themselves: what a transfer moves, and must leave intact. */
const statements = [
  `create table kiosks (
    code text primary key, district_id text not null references districts, lsp_id text not null,
    name_hi text not null, name_en text not null, registered_on text not null, is_active boolean not null)`,
  `create table service_history (
    kiosk_code text not null references kiosks, month text not null, service text not null,
    count integer not null check (count >= 0), primary key (kiosk_code, month, service))`,
  `create table balances (
    kiosk_code text primary key references kiosks,
    wallet integer not null, advance integer not null, credit_limit integer not null,
    dues integer not null, tds integer not null, security integer not null)`,
];

export const kioskTables = {
  async up(database: Kysely<Tables>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
