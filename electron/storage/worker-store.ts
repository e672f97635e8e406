import { Worker } from 'node:worker_threads';
import type { SalvageReport } from '../../shared/ipc/views/salvage.ts';
import type { SalvageOrder } from './salvage/salvage-database.ts';
import { noteOf, StorageError, type StorageFault } from './storage-error.ts';
import { rememberedAnswers } from './remembered-answers.ts';
import { storeFrom } from './store-methods.ts';
import type { Store, VaultIdentity } from './store.ts';
import type { DatabaseKey } from './sql-database.ts';
import type {
  VaultAnswer,
  VaultCall,
  VaultGreeting,
  VaultMessage,
  VaultTask,
} from './vault-worker-protocol.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: StorageError): void;
}

/**
 * Opens an existing vault file in a thread of its own and speaks to it by messages. When the thread dies, every call
 * under way and every later one fails by name: `failed`, or `closed` after `close()`.
 */
export async function openWorkerStore(
  workerUrl: URL,
  file: string,
  key: DatabaseKey,
): Promise<{ store: Store; identity: VaultIdentity }> {
  const { worker, greeting } = await startVaultWorker(workerUrl, { task: 'serve', file, key });
  if (!greeting.identity) throw new StorageError('failed');
  return { store: clientOf(worker), identity: greeting.identity };
}

/** Runs a short task to its end in a thread of its own. @throws StorageError by name. */
export async function runVaultTask(workerUrl: URL, task: VaultTask): Promise<Uint8Array | undefined> {
  const { greeting } = await startVaultWorker(workerUrl, task);
  return greeting.derived;
}

/** Reads a damaged database in a thread of its own. @throws StorageError by name. */
export async function salvageInWorker(workerUrl: URL, order: SalvageOrder): Promise<SalvageReport> {
  const { greeting } = await startVaultWorker(workerUrl, { task: 'salvage', order });
  if (!greeting.salvaged) throw new StorageError('failed');
  return greeting.salvaged;
}

/**
 * What its JavaScript may hold of what has just been made. Nearly all of that is dead at the end of a call; by itself a
 * thread lets it grow to several times this, and asking the system for new memory takes longer than clearing a little
 * of it more often.
 */
const youngMegabytes = 12;

/** Starts a thread and waits for its first words. */
async function startVaultWorker(workerUrl: URL, task: VaultTask) {
  const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes };
  const worker = new Worker(workerUrl, { workerData: task, resourceLimits });
  const greeting = await new Promise<VaultGreeting>((resolve) => {
    const fail = (cause?: unknown) =>
      resolve({ ok: false, ...noteOf(new StorageError('failed', { cause })) });
    worker.once('message', resolve);
    worker.once('error', fail);
    worker.once('exit', () => fail());
  });
  // By name: removing all would take Node's own listeners along, and no message would ever come again.
  worker.removeAllListeners('error');
  worker.removeAllListeners('exit');
  // Without a listener, an error of a thread that is being ended would end the app.
  worker.on('error', () => undefined);
  // One that failed, or that is done, ends by itself.
  if (greeting.ok) return { worker, greeting };
  throw new StorageError(greeting.fault, { code: greeting.code });
}

function clientOf(worker: Worker): Store {
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  let ended: StorageFault | null = null;
  let closing: Promise<void> | null = null;

  function end(fault: StorageFault, cause?: unknown): void {
    ended ??= fault;
    for (const call of waiting.values()) call.reject(new StorageError(fault, { cause }));
    waiting.clear();
  }

  function settle(answer: VaultAnswer): void {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) call?.resolve(answer.value);
    else call?.reject(new StorageError(answer.fault, { code: answer.code }));
  }

  /** Of this moment, to be posted at its end. */
  let asked: VaultCall[] = [];

  function ask(call: VaultCall): void {
    asked.push(call);
    if (asked.length === 1) queueMicrotask(post);
  }

  function post(): void {
    if (asked.length === 0) return;
    const calls = asked;
    asked = [];
    try {
      send(calls);
    } catch {
      // One of them holds what no thread can be given, a fault of ours: the others are none the worse for it.
      for (const call of calls) sendAlone(call);
    }
  }

  function sendAlone(call: VaultCall): void {
    try {
      send([call]);
    } catch (cause) {
      const waits = waiting.get(call.id);
      waiting.delete(call.id);
      waits?.reject(new StorageError('failed', { cause }));
    }
  }

  function send(message: VaultMessage): void {
    worker.postMessage(message);
  }

  worker.on('message', (answers: readonly VaultAnswer[]) => answers.forEach(settle));
  worker.on('error', (error: unknown) => end('failed', error));
  worker.on('exit', () => end(closing ? 'closed' : 'failed'));

  const call = rememberedAnswers(
    (method, args) =>
      new Promise((resolve, reject) => {
        nextId += 1;
        waiting.set(nextId, { resolve, reject });
        ask({ id: nextId, method, args });
      }),
  );

  return storeFrom(
    (method, args) =>
      // Also for what is remembered: a vault that is closed answers nothing.
      ended || closing ? Promise.reject(new StorageError(ended ?? 'closed')) : call(method, args),
    () => {
      closing ??= new Promise((resolve) => {
        if (ended) {
          resolve();
          return;
        }
        worker.once('exit', () => resolve());
        post();
        send('close');
      });
      return closing;
    },
  );
}
