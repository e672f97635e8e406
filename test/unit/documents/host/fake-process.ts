import { setTimeout as sleep } from 'node:timers/promises';
import { packageAssets } from '../../../../electron/documents/assets/package-assets.ts';
import type { Examine } from '../../../../electron/documents/examine.ts';
import { hostPort } from '../../../../electron/documents/host/host-port.ts';
import { serveJobs } from '../../../../electron/documents/host/serve-jobs.ts';
import { emptyReading } from './empty-reading.ts';

/** A process for documents in which the file's name says what goes wrong. */
const examine: Examine = async ({ bytes, fileName }, { progress, signal }) => {
  progress({ step: 'pages', done: 1, total: 2 });
  if (fileName === 'abort') process.abort();
  if (fileName === 'throw') throw new Error('a fault of ours');
  while (fileName === 'hang');
  if (fileName === 'exit') process.exit(0);
  if (fileName === 'babble') process.send?.({ type: 'answer', id: 1, answer: 'nonsense' });
  while (fileName === 'slow' && !signal.aborted) await sleep(5);
  if (signal.aborted) return { ok: false, error: 'cancelled' };
  if (fileName === 'damaged') return { ok: false, error: 'damaged' };
  const pid = new Uint8Array(new Uint32Array([process.pid]).buffer);
  return { ok: true, value: { reading: emptyReading, maskedPages: [bytes, pid], preview: null } };
};

serveJobs(hostPort(), examine, packageAssets());
