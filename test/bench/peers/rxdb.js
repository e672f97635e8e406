import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { decisions, getJson, measured, task, tell } from './contestant.js';

/** RxDB in memory, its replication over HTTP with the loopback server; no schema check, no index but the key. */
const bytesNow = async () => (await getJson(`${task.url}/bench/bytes`)).bytes;
const database = await createRxDatabase({
  name: 'bench',
  storage: getRxStorageMemory(),
  multiInstance: false,
  eventReduce: true,
});
const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 100 } },
};
const { documents } = await database.addCollections({ documents: { schema } });
const bodies = await getJson(`${task.url}/bench/first`);
const failed = (replication) =>
  replication.error$.subscribe((error) => {
    throw error;
  });

if (task.phase === 'send') {
  const stored = await documents.bulkInsert(decisions(bodies));
  if (stored.error.length > 0) throw new Error('Not stored');
  let acknowledged = 0;
  const push = await measured(bytesNow, async () => {
    const replication = replicateRxCollection({
      collection: documents,
      replicationIdentifier: 'push',
      live: false,
      push: {
        batchSize: 500,
        async handler(rows) {
          const headers = { 'content-type': 'application/json' };
          const body = JSON.stringify(rows);
          const conflicts = await getJson(`${task.url}/rxdb/push`, { method: 'POST', headers, body });
          acknowledged += rows.length;
          return conflicts;
        },
      },
    });
    failed(replication);
    await replication.awaitInitialReplication();
  });
  if (acknowledged !== task.decisions) throw new Error(`${acknowledged} acknowledged`);
  tell({ push });
} else {
  let received = 0;
  let replication = null;
  const firstSync = await measured(bytesNow, async () => {
    replication = replicateRxCollection({
      collection: documents,
      replicationIdentifier: 'pull',
      live: true,
      pull: {
        batchSize: 1000,
        async handler(checkpoint, limit) {
          const page = await getJson(`${task.url}/rxdb/pull?after=${checkpoint?.after ?? 0}&limit=${limit}`);
          received += page.documents.length;
          return { ...page, documents: page.documents.map((body) => ({ ...body, _deleted: false })) };
        },
      },
    });
    failed(replication);
    await replication.awaitInitialReplication();
  });
  const total = await documents.count().exec();
  if (total !== task.requests) throw new Error(`${total} requests`);
  const changes = [];
  for (let round = 0; round < task.rounds; round += 1) {
    await getJson(`${task.url}/bench/publish`);
    received = 0;
    changes.push(
      await measured(bytesNow, async () => {
        replication.reSync();
        await replication.awaitInSync();
      }),
    );
    const changed = await documents.findOne(bodies[0].id).exec();
    if (received !== task.changes || changed.toJSON().version !== round + 2) {
      throw new Error(`${received} changes`);
    }
  }
  tell({ firstSync, changes });
}
await database.close();
process.disconnect();
