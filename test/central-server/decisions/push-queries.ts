import { sql } from 'kysely';
import { migrationRequest } from '../../../shared/domain/request.ts';
import { pushAnswerItem, type PushAnswerItem } from '../../../shared/sync/protocol.ts';
import type { Database } from '../database/open-database.ts';
import type { KnownRequest } from './judge-item.ts';
import type { PushingDevice, ReadItem } from './sealed-item.ts';

export interface PastAnswer {
  deviceId: string;
  fingerprint: string;
  requestId: string | null;
  answer: PushAnswerItem;
}

export interface NewDecision {
  item: ReadItem;
  link: NonNullable<ReadItem['link']>;
  device: PushingDevice;
  /** Without the present state of a conflict: that is told afresh each time. */
  answer: PushAnswerItem;
  serverSequence: number | null;
  at: Date;
}

/** Holds back every other push of this device until the transaction ends. */
export async function lockChain(
  database: Database,
  deviceId: string,
): Promise<{ sequence: number; head: string }> {
  const row = await database
    .selectFrom('devices')
    .select(['chain_sequence', 'chain_head'])
    .where('id', '=', deviceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { sequence: row.chain_sequence, head: row.chain_head };
}

export async function writeChain(
  database: Database,
  deviceId: string,
  chain: { sequence: number; head: string },
): Promise<void> {
  await database
    .updateTable('devices')
    .set({ chain_sequence: chain.sequence, chain_head: chain.head })
    .where('id', '=', deviceId)
    .execute();
}

export async function pastAnswers(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, PastAnswer>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('decisions')
    .select(['id', 'device_id', 'fingerprint', 'request_id', 'answer'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        deviceId: row.device_id,
        fingerprint: row.fingerprint,
        requestId: row.request_id,
        answer: pushAnswerItem.parse(JSON.parse(row.answer)),
      },
    ]),
  );
}

/** In the order of their ids: see `PushBatch` on deadlocks. A request that moved away is found where it is now. */
export async function lockRequests(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, KnownRequest>> {
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('feed')
    .select(['body', 'district_id'])
    .where('kind', '=', 'request')
    .where('id', 'in', [...new Set(ids)])
    .where('removed', '=', false)
    .orderBy('id')
    .orderBy('district_id')
    .forUpdate()
    .execute();
  const known = rows.map((row) => ({
    request: migrationRequest.parse(JSON.parse(row.body)),
    districtId: row.district_id,
  }));
  return new Map(known.map((each) => [each.request.id, each]));
}

/** Which of them the district had once and has no more: each left a removal in its feed. */
export async function requestsThatLeft(
  database: Database,
  districtId: string,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await database
    .selectFrom('feed')
    .select('id')
    .where('kind', '=', 'request')
    .where('district_id', '=', districtId)
    .where('id', 'in', [...new Set(ids)])
    .where('removed', '=', true)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Numbers of refused items are lost: the sequence has gaps, and never the same number twice. */
export async function reserveSequences(database: Database, count: number): Promise<number[]> {
  const { rows } = await sql<{ sequence: string }>`
    select nextval('decision_sequence')::text as sequence from generate_series(1, ${sql.lit(count)})`.execute(
    database,
  );
  return rows.map((row) => Number(row.sequence));
}

export async function insertDecisions(database: Database, decisions: readonly NewDecision[]): Promise<void> {
  const rows = decisions.map(({ item, link, device, answer, serverSequence, at }) => ({
    id: item.id,
    device_id: device.id,
    officer_id: device.officerId,
    request_id: item.content?.requestId ?? null,
    result: answer.result,
    answer: JSON.stringify(answer),
    // A refused text was not wholly checked and may hold an Aadhaar number: its link and its hash stay, no more.
    sealed: item.sealed && answer.result !== 'refused' ? JSON.stringify(item.sealed) : null,
    chain_sequence: link.sequence,
    commitment: link.commitment,
    fingerprint: item.fingerprint,
    outcome: item.content?.outcome ?? null,
    server_sequence: serverSequence,
    processed_at: at.toISOString(),
  }));
  await sql`
    insert into decisions (id, device_id, officer_id, request_id, result, answer, sealed, chain_sequence, commitment,
      fingerprint, outcome, server_sequence, processed_at)
    select * from json_to_recordset(cast(${JSON.stringify(rows)} as json)) as rows (id text, device_id text,
      officer_id text, request_id text, result text, answer text, sealed text, chain_sequence integer, commitment text,
      fingerprint text, outcome text, server_sequence bigint, processed_at text)`.execute(database);
}
