import { argon2id } from 'hash-wasm';
import { parentPort, workerData } from 'node:worker_threads';
import { logMover } from './log-mover.ts';
import { migrate } from './migrations/migrate.ts';
import type { OutgoingBatch } from './outgoing-batch.ts';
import { checkSuspect, suspect } from './salvage/suspect.ts';
import { salvageDatabase } from './salvage/salvage-database.ts';
import { namedFault, openEncrypted, type DatabaseKey } from './sql-database.ts';
import { sqliteStore, writeIdentity } from './sqlite-store.ts';
import { readLog } from './salvage/write-ahead-log.ts';
import { noteOf, StorageError } from './storage-error.ts';
import { runMethod, type StoreMethod } from './store-methods.ts';
import type { VaultIdentity } from './store.ts';
import type {
  KdfCost,
  VaultAnswer,
  VaultGreeting,
  VaultMessage,
  VaultTask,
} from './vault-worker-protocol.ts';

/** The entry of the vault's threads: the one that owns the connection, and short ones that make or derive. */
if (!parentPort) throw new Error('The vault worker runs in a worker thread only');
const port = parentPort;

try {
  await begin(workerData as VaultTask);
} catch (error) {
  greet({ ok: false, ...noteOf(namedFault(error)) });
  port.close();
}

async function begin(task: VaultTask): Promise<void> {
  switch (task.task) {
    case 'create':
      create(task.file, task.key, task.identity);
      greet({ ok: true });
      port.close();
      return;
    case 'serve':
      serve(task.file, task.key);
      return;
    case 'salvage':
      greet({ ok: true, salvaged: salvageDatabase(task.order) });
      port.close();
      return;
    case 'derive':
      greet({ ok: true, derived: await derive(task.password, task.salt, task.cost) });
      port.close();
  }
}

/** Closed before it is told: closing empties the WAL, and the file may then be moved. */
function create(file: string, key: DatabaseKey, identity: VaultIdentity): void {
  const database = openEncrypted(file, key, 'create');
  try {
    migrate(database);
    writeIdentity(database, identity);
  } finally {
    database.close();
  }
}

/** What was answered before one of them is told before it begins, and its own answer before what follows it. */
const longTransactions: ReadonlySet<StoreMethod> = new Set([
  'addLocal',
  'applyAnswers',
  'applyChanges',
  'compact',
  'endDoubt',
  'markSent',
  'newDay',
  'removeLocal',
  'sealDecisions',
  'signOff',
  'takeChain',
  'takeLeaveOrder',
  'unmarkSent',
  'unparkAll',
  'wipeData',
]);

/** One call after the other, each answered after its commit. */
function serve(file: string, key: DatabaseKey): void {
  const found = readLog(file);
  if (found.lacksPages) throw new StorageError('damaged');
  const database = openEncrypted(file, key, 'existing');
  checkSuspect(file, database);
  migrate(database);
  const store = sqliteStore(database);
  const log = logMover(database);
  // What the end of the log held may have left already: the server is asked before anything is sealed.
  if (found.isTorn) store.doubtChain(new Date().toISOString());
  port.on('message', (message: VaultMessage) => {
    if (message === 'close') {
      store.close();
      port.close();
      return;
    }
    let answers: VaultAnswer[] = [];
    let handedOver: ArrayBuffer[] = [];
    const tell = () => {
      if (answers.length > 0) port.postMessage(answers, handedOver);
      answers = [];
      handedOver = [];
    };
    for (const { id, method, args } of message) {
      const isLong = longTransactions.has(method);
      if (isLong) tell();
      const reply = answer(() => runMethod(store, method, args), id);
      if (!reply.ok && reply.fault === 'damaged') suspect(file);
      answers.push(reply);
      if (reply.ok) log.heard(method, args);
      if (method === 'outgoing' && reply.ok)
        handedOver.push((reply.value as OutgoingBatch).body.bytes.buffer);
      if (isLong) tell();
    }
    tell();
    log.rest();
  });
  greet({ ok: true, identity: store.identity() });
}

function answer(run: () => unknown, id: number): VaultAnswer {
  try {
    return { id, ok: true, value: run() };
  } catch (error) {
    return { id, ok: false, ...noteOf(namedFault(error)) };
  }
}

async function derive(password: string, salt: Uint8Array, cost: KdfCost): Promise<Uint8Array> {
  return argon2id({
    // The same characters must give the same key, however the keyboard composed them.
    password: password.normalize('NFKC'),
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.iterations,
    parallelism: cost.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
}

function greet(greeting: VaultGreeting): void {
  port.postMessage(greeting);
}
