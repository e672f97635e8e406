import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decisions, getJson, measured, task, tell } from './contestant.js';

/** PouchDB on leveldb, replicating with express-pouchdb on leveldb, batches of 1,000. */
const PouchDB = createRequire(import.meta.url)('pouchdb');
const folder = dirname(task.file);
const server = fork(fileURLToPath(new URL('pouchdb-server.js', import.meta.url)), [folder]);
const [{ port }] = await once(server, 'message');
const bytesNow = async () => {
  const told = once(server, 'message');
  server.send('bytes');
  const [{ bytes }] = await told;
  return bytes;
};
const local = new PouchDB(`${folder}/local`);
const remote = new PouchDB(`http://127.0.0.1:${port}/requests`);
await remote.info();
const replicated = async (replication) => {
  const { ok, docs_written: written } = await replication;
  if (!ok) throw new Error('Not replicated');
  return written;
};
const batches = { batch_size: 1000 };
const expect = (written, expected) => {
  if (written !== expected) throw new Error(`${written} of ${expected} documents`);
};
const bodies = await getJson(`${task.url}/bench/first`);

if (task.phase === 'send') {
  await store(local, decisions(bodies).map(documentOf));
  let written = 0;
  const push = await measured(bytesNow, async () => {
    written = await replicated(local.replicate.to(remote, batches));
  });
  expect(written, task.decisions);
  tell({ push });
} else {
  let known = await store(remote, bodies.map(documentOf));
  let written = 0;
  const receive = () =>
    measured(bytesNow, async () => {
      written = await replicated(local.replicate.from(remote, batches));
    });
  const firstSync = await receive();
  expect(written, task.requests);
  const changes = [];
  for (let round = 0; round < task.rounds; round += 1) {
    const changed = (await getJson(`${task.url}/bench/publish`)).map(documentOf);
    const revisions = await store(
      remote,
      changed.map((document) => ({ ...document, _rev: known.get(document._id) })),
    );
    known = new Map([...known, ...revisions]);
    changes.push(await receive());
    expect(written, task.changes);
  }
  tell({ firstSync, changes });
}
await local.close();
server.disconnect();
process.disconnect();

function documentOf(body) {
  return { ...body, _id: body.id };
}

async function store(database, documents) {
  const revisions = new Map();
  for (let from = 0; from < documents.length; from += 1000) {
    for (const stored of await database.bulkDocs(documents.slice(from, from + 1000))) {
      if (!stored.ok) throw new Error(JSON.stringify(stored));
      revisions.set(stored.id, stored.rev);
    }
  }
  return revisions;
}
