import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../electron/storage/migrations/migrate.ts';
import { openEncrypted } from '../../electron/storage/sql-database.ts';
import { writeIdentity } from '../../electron/storage/sqlite-store.ts';
import { openWorkerStore } from '../../electron/storage/worker-store.ts';
import { decide, identity, pull, requestLine, rid } from '../contract/store-fixture.ts';
import { readStateHolidays } from '../support/samples/read-holidays.ts';
import { quantiles, type Quantiles } from './quantiles.ts';

const requests = 2000;
const warmUp = 100;
const workerUrl = new URL('../../electron/storage/vault-worker.ts', import.meta.url);
const key = { cipher: 'aegis' as const, hex: '5a'.repeat(32) };

export interface RecordDecisionFigures {
  bench: 'record-decision';
  decisions: number;
  recordedMs: Quantiles;
  bareCommitMs: Quantiles;
  ratio: { median: number; p99: number };
}

/**
 * Recording a decision through the store's thread, from the call to its durable answer, beside a bare commit of the
 * same rows into an encrypted database of the same content. The two take turns, so that they meet the same disk.
 */
export async function recordDecisionBench(): Promise<RecordDecisionFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  const store = await filledStore(join(folder, 'vault.db'));
  const bare = await bareDatabase(folder);
  const recordedTimes: number[] = [];
  const bareTimes: number[] = [];
  for (let n = 0; n < requests; n += 1) {
    const decision = decide(n, n);
    const begun = performance.now();
    const done = await store.recordDecision(decision);
    const recorded = performance.now();
    if (!done.ok) throw new Error(done.error.kind);
    const row = done.value.rows[0];
    bare.commit(n, decision, JSON.stringify(row));
    const committed = performance.now();
    if (n < warmUp) continue;
    recordedTimes.push(recorded - begun);
    bareTimes.push(committed - recorded);
  }
  await store.close();
  bare.close();
  await rm(folder, { recursive: true });
  return report(recordedTimes, bareTimes);
}

async function filledStore(file: string) {
  const database = openEncrypted(file, key, 'create');
  migrate(database);
  writeIdentity(database, identity);
  database.close();
  const { store } = await openWorkerStore(workerUrl, file, key);
  const holidays = readStateHolidays().map((body) => {
    return { cursor: 'h', kind: 'holiday-list', id: String(body.year), version: 1, body };
  });
  await pull(store, ...holidays, ...Array.from({ length: requests }, (_each, n) => requestLine(n)));
  return store;
}

/** Only the statements, prepared, in one transaction: what no store can do without. */
async function bareDatabase(folder: string) {
  const file = join(folder, 'bare.db');
  const filled = await filledStore(file);
  await filled.close();
  const database = openEncrypted(file, key, 'existing');
  const insert = database.prepare(
    `INSERT INTO decisions (id, request_id, request_version, outcome, content, officer_signature, recorded_at,
       seals_at, state) VALUES (?, ?, 1, 'approve', ?, ?, ?, ?, 'recorded')`,
  );
  const undraft = database.prepare('DELETE FROM drafts WHERE request_id = ?');
  const update = database.prepare(
    'UPDATE rows SET has_standing = 1, in_set = 1, recent_on = ?, row = ? WHERE id = ?',
  );
  const audit = database.prepare(
    'INSERT INTO audit (sequence, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const revision = database.prepare("UPDATE meta SET value = ? WHERE name = 'revision'");
  const transaction = database.transaction((n: number, decision: ReturnType<typeof decide>, row: string) => {
    const { id, content, officerSignature, sealsAt } = decision;
    insert.run(id, rid(n), content, officerSignature, sealsAt, sealsAt);
    undraft.run(rid(n));
    update.run('2026-10-05', row, rid(n));
    audit.run(
      1000 + n,
      sealsAt,
      'officer-1',
      'decision-recorded',
      rid(n),
      `{"decision":"${id}"}`,
      'a'.repeat(64),
    );
    revision.run(String(10_000 + n));
  });
  return {
    commit: (n: number, decision: ReturnType<typeof decide>, row: string) =>
      transaction.immediate(n, decision, row),
    close: () => database.close(),
  };
}

function report(recordedTimes: number[], bareTimes: number[]): RecordDecisionFigures {
  const recordedMs = quantiles(recordedTimes);
  const bareCommitMs = quantiles(bareTimes);
  const ratio = {
    median: round(recordedMs.median / bareCommitMs.median),
    p99: round(recordedMs.p99 / bareCommitMs.p99),
  };
  console.log(`recorded     median ${recordedMs.median} ms, p99 ${recordedMs.p99} ms`);
  console.log(`bare commit  median ${bareCommitMs.median} ms, p99 ${bareCommitMs.p99} ms`);
  console.log(`ratio        median ${ratio.median}, p99 ${ratio.p99} (target for p99: at most 1.3)`);
  return { bench: 'record-decision', decisions: recordedTimes.length, recordedMs, bareCommitMs, ratio };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
