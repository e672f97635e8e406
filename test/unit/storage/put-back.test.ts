import { beforeEach, expect, it } from 'vitest';
import type { ConflictReason } from '../../../shared/domain/conflict.ts';
import { requestId, type DecisionId, type RequestId } from '../../../shared/domain/ids.ts';
import type { Outcome } from '../../../shared/domain/decision.ts';
import type { StandingDecision } from '../../../shared/domain/standing-decision.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { recordAs, strangerDesk } from '../../support/sync/sync-desk.ts';
import { migrate } from '../../../electron/storage/migrations/migrate.ts';
import { promisedStore } from '../../../electron/storage/open-memory-store.ts';
import { gather } from '../../../electron/storage/salvage/gather.ts';
import { putBack } from '../../../electron/storage/salvage/put-back.ts';
import { openInMemory, type SqlDatabase } from '../../../electron/storage/sql-database.ts';
import { sqliteStore, writeIdentity } from '../../../electron/storage/sqlite-store.ts';
import type { Store } from '../../../electron/storage/store.ts';

const at = '2026-11-20T06:30:00.000Z';
const later = '2026-11-20T07:30:00.000Z';
const day = '2026-11-20';
const { identity, keys } = strangerDesk('http://127.0.0.1:9');
const rid = (n: number) => requestId.parse(`req-${n}`);
const actor = identity.officer.id;
const standing: StandingDecision = {
  ...{ officerName: { hi: 'नमूना', en: 'Sample' }, recordedAt: at, acceptedAt: at },
  ...{ outcome: 'reject', reasonCodes: [], remarks: 'नमूना' },
};

let database: SqlDatabase;
let store: Store;
beforeEach(async () => {
  database = openInMemory();
  migrate(database);
  writeIdentity(database, identity);
  store = promisedStore(sqliteStore(database));
  const lines = [1, 2].map((n) => {
    const body = sampleRequest({ id: rid(n) });
    return { cursor: `c${n}`, kind: 'request', id: rid(n), version: body.version, body };
  });
  await store.applyChanges(lines, 'c2', at, day);
});

async function record(id: RequestId, outcome: Outcome, sealsAt = at): Promise<DecisionId> {
  const decided = { requestId: id, outcome, now: Date.parse(at), sealsAt: Date.parse(sealsAt) };
  return (await recordAs({ store, identity, keys }, decided)).id;
}

async function contested(id: RequestId, reason: ConflictReason): Promise<DecisionId> {
  const decided = await record(id, 'hold');
  await store.sealDecisions({ ids: [decided] }, at);
  await store.markSent([decided], at);
  await store.applyAnswers([{ id: decided, result: 'conflict', reason, standing, present: null }], at, day);
  return decided;
}

/** What can be read, in a new vault; of requests nothing when their pages are lost. */
function salvaged(lost?: 'requests'): Store {
  const officers = [{ id: actor, signingKey: keys.public.officerSigningKey }];
  const made = openInMemory();
  migrate(made);
  const found = { ...gather(database, { officers }, identity), identity };
  if (lost) found.requests = [];
  putBack(made, found, { at: later, actor, setAside: 'x' });
  return promisedStore(sqliteStore(made));
}

it('keeps what was done about conflicts, and what the other side had decided', async () => {
  const done = await contested(rid(1), 'already-decided');
  await store.endConflict({ id: done, how: 'acknowledge', actor, at: later });
  const open = await contested(rid(2), 'already-decided');
  const after = salvaged();
  expect(await after.conflict(done)).toMatchObject({
    ...{ reason: 'already-decided', standing },
    ended: { how: 'acknowledge', by: actor, at: later },
  });
  expect(await after.conflict(open)).toMatchObject({ standing, ended: null });
  expect(await after.counts(later)).toMatchObject({ conflicted: 1 });
});

it('a decision whose request is not here is listed, and its conflict can be dealt with', async () => {
  const open = await contested(rid(2), 'reassigned');
  const after = salvaged('requests');
  const query = { state: 'conflicted', limit: 10, underWay: [] } as const;
  expect(await after.decisionItems(query)).toMatchObject([
    { decisionId: open, requestId: rid(2), requestNo: rid(2), kioskCode: '' },
  ]);
  expect((await after.itemTotals([])).decision.conflicted).toBe(1);
  expect((await after.endConflict({ id: open, how: 'acknowledge', actor, at: later })).ok).toBe(true);
  expect(await after.counts(later)).toMatchObject({ conflicted: 0 });
});

it('a recorded decision whose request is not here can be signed off', async () => {
  const decided = await record(rid(1), 'hold', '2026-11-20T08:30:00.000Z');
  const after = salvaged('requests');
  expect(await after.signOffItems()).toMatchObject([
    { decisionId: decided, requestId: rid(1), requestNo: rid(1), kioskCode: '' },
  ]);
});
