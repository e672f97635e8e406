import { openWorkerStore } from '../../../electron/storage/worker-store.ts';
import { decide, pull, requestLine } from '../../contract/store-fixture.ts';
import { workerUrl } from './vault-fixture.ts';

/** Decides without end, tells each decision after it was recorded, and waits to be killed. */
const [file = '', hex = '', from = '0'] = process.argv.slice(2);
const { store } = await openWorkerStore(workerUrl, file, { cipher: 'aegis', hex });
for (let n = Number(from); ; n += 1) {
  await pull(store, requestLine(n));
  const done = await store.recordDecision(decide(n, n));
  if (!done.ok) throw new Error(done.error.kind);
  process.stdout.write(`${n}\n`);
}
