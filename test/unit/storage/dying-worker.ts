import { parentPort } from 'node:worker_threads';
import { identity } from '../../contract/store-fixture.ts';

/** Greets like the vault's thread, and dies of the first call. */
parentPort?.on('message', () => {
  throw new Error('sample death');
});
parentPort?.postMessage({ ok: true, identity });
