import { sql, type Kysely } from 'kysely';
import type { Tables } from '../tables.ts';

/** Who may speak to the server, what they see, and what they decided. */
const statements = [
  `create table server_state (name text primary key, value text not null)`,
  `create table districts (id text primary key, name_hi text not null, name_en text not null)`,
  `create table officer_accounts (
    id text primary key, district_id text not null references districts, body text not null, revoked_at text)`,
  `create table activation_codes (
    code_hash text primary key, officer_id text not null references officer_accounts,
    used_at text, used_by text, device_id text)`,
  `create table devices (
    id text primary key, officer_id text not null references officer_accounts,
    district_id text not null references districts, name text not null,
    officer_signing_key text not null, officer_sealing_key text not null, device_signing_key text not null,
    enrolled_at text not null, revoked_at text,
    chain_sequence integer not null, chain_head text not null)`,
  `create table challenges (nonce_hash text primary key, device_id text not null, expires_at text not null)`,
  `create table sessions (
    token_hash text primary key, device_id text not null references devices, expires_at text not null)`,
  `create sequence feed_sequence`,
  `create table feed (
    kind text not null, id text not null, district_id text not null,
    version integer not null check (version > 0), removed boolean not null, body text not null,
    changed_in xid8 not null default pg_current_xact_id(),
    sequence bigint not null default nextval('feed_sequence'),
    primary key (kind, id, district_id))`,
  `create index feed_order on feed (changed_in, sequence)`,
  `create sequence decision_sequence`,
  `create table decisions (
    id text primary key, device_id text not null references devices, officer_id text not null,
    request_id text, result text not null check (result in ('accepted', 'conflict', 'refused')),
    answer text not null, sealed text, chain_sequence integer not null, commitment text not null,
    fingerprint text not null, outcome text, server_sequence bigint unique, processed_at text not null,
    unique (device_id, chain_sequence))`,
  `create index decisions_by_request on decisions (request_id)`,
  `create table blob_access (
    hash text not null, district_id text not null references districts, size integer not null, mime text not null,
    primary key (hash, district_id))`,
];

export const protocolTables = {
  async up(database: Kysely<Tables>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
