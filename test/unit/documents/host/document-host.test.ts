import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { DocumentHost, type DocumentHostLimits } from '../../../../electron/documents/host/document-host.ts';
import type { Job, JobAnswer, JobProgress } from '../../../../electron/documents/host/job.ts';
import { nodeChildLauncher } from '../../../../electron/documents/host/launch-node-child.ts';
import type { Result } from '../../../../shared/result.ts';
import { childMemory } from '../../../bench/documents/child-memory.ts';

const fakeProcess = new URL('./fake-process.ts', import.meta.url);
let host: DocumentHost;
let launches = 0;
let portableOnly: boolean[] = [];

function open(limits: Partial<DocumentHostLimits> = {}): void {
  const launch = nodeChildLauncher(fakeProcess, null);
  launches = 0;
  portableOnly = [];
  host = new DocumentHost(
    (isPortableOnly) => {
      launches++;
      portableOnly.push(isPortableOnly);
      return launch(isPortableOnly);
    },
    { backoffMilliseconds: 20, ...limits },
  );
}

afterEach(() => host.close());

function file(fileName: string, bytes = new Uint8Array([1, 2, 3])): Job {
  return {
    kind: 'examine',
    bytes,
    fileName,
    shareCode: null,
    trust: [],
    handBoxes: [],
    isAadhaarSlot: false,
    masked: null,
    wantOriginal: false,
  };
}

/** The process that answered, by its id. */
function pidOf(result: Result<JobAnswer, unknown>): number {
  if (!result.ok) throw new Error(`No answer: ${String(result.error)}`);
  const [, pid] = result.value.maskedPages;
  return new Uint32Array(new Uint8Array(pid ?? []).buffer)[0] ?? 0;
}

function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

test('bytes arrive and come back whole; the process is kept for the next job', async () => {
  open();
  const bytes = new Uint8Array(5_000_000).map((_, at) => at * 7);
  const progress: JobProgress[] = [];
  const first = await host.run(file('a', bytes), { onProgress: (each) => progress.push(each) });
  expect(first.ok && Buffer.compare(first.value.maskedPages[0] ?? new Uint8Array(), bytes)).toBe(0);
  expect(progress).toEqual([{ step: 'reading', done: 1, total: 2 }]);
  expect(pidOf(await host.run(file('b')))).toBe(pidOf(first));
  expect(await host.run(file('damaged'))).toEqual({ ok: false, error: 'damaged' });
  expect(launches).toBe(1);
});

test('a process that was made ready takes the first job, and ends by itself where none comes', async () => {
  open();
  host.getReady();
  host.getReady();
  expect(launches).toBe(1);
  const first = await host.run(file('a'));
  host.getReady();
  expect(pidOf(await host.run(file('b')))).toBe(pidOf(first));
  expect(launches).toBe(1);
  host.close();
  host.getReady();
  expect(launches).toBe(1);

  open({ idleMilliseconds: 300 });
  host.getReady();
  await vi.waitFor(() => expect(childMemory('fake-process').children).toBe(1), { timeout: 5000 });
  await vi.waitFor(() => expect(childMemory('fake-process').children).toBe(0), { timeout: 5000 });
  expect((await host.run(file('c'))).ok).toBe(true);
  expect(launches).toBe(2);
});

test.each(['abort', 'exit', 'throw', 'babble'])(
  'a process that ends with %s takes its job along, and no other',
  async (name) => {
    open();
    const [died, next] = await Promise.all([host.run(file(name)), host.run(file('a'))]);
    expect(died).toEqual({ ok: false, error: 'process-died' });
    expect(next.ok).toBe(true);
    expect(launches).toBe(2);
  },
);

test('a process killed from outside between two jobs is replaced', async () => {
  open();
  const pid = pidOf(await host.run(file('a')));
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
  const next = await host.run(file('a')).then((result) => (result.ok ? result : host.run(file('a'))));
  expect(pidOf(next)).not.toBe(pid);
});

test('dying again and again does not wear the host out', async () => {
  open();
  for (let round = 0; round < 5; round++) {
    expect(await host.run(file('abort'))).toEqual({ ok: false, error: 'process-died' });
  }
  expect((await host.run(file('a'))).ok).toBe(true);
});

test('a job that hangs is killed at the limit', async () => {
  open({ jobMilliseconds: 5000 });
  const pid = pidOf(await host.run(file('a')));
  expect(await host.run(file('hang'))).toEqual({ ok: false, error: 'too-slow' });
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect((await host.run(file('a'))).ok).toBe(true);
});

test('steps keep a job alive, but not for ever', async () => {
  open({ jobMilliseconds: 20_000, wholeMilliseconds: 4000 });
  expect(await host.run(file('endless'))).toEqual({ ok: false, error: 'too-slow' });
  open({ jobMilliseconds: 4000, wholeMilliseconds: 12_000 });
  let steps = 0;
  expect(await host.run(file('endless'), { onProgress: () => (steps += 1) })).toEqual({
    ok: false,
    error: 'too-slow',
  });
  // Far more than one limit's worth of signs: it was not the first limit that ended it.
  expect(steps).toBeGreaterThan(4000 / 50);
});

test('a cancelled job ends by itself and its process goes on; one that does not listen is killed', async () => {
  open({ cancelMilliseconds: 300 });
  const pid = pidOf(await host.run(file('a')));
  for (const [name, isKept] of [
    ['slow', true],
    ['hang', false],
  ] as const) {
    const abort = new AbortController();
    const run = host.run(file(name), { signal: abort.signal, onProgress: () => abort.abort() });
    expect(await run).toEqual({ ok: false, error: 'cancelled' });
    expect(pidOf(await host.run(file('a'))) === pid, name).toBe(isKept);
  }
});

test('a job that is cancelled while it waits is never begun', async () => {
  open();
  const abort = new AbortController();
  const seen: string[] = [];
  const first = host.run(file('a'), { onProgress: () => seen.push('a') });
  const waiting = host.run(file('b'), { signal: abort.signal, onProgress: () => seen.push('b') });
  abort.abort();
  expect(await waiting).toEqual({ ok: false, error: 'cancelled' });
  await first;
  await host.run(file('c'), { onProgress: () => seen.push('c') });
  expect(seen).toEqual(['a', 'c']);
});

test('more jobs than may wait are refused by name, and the others are done', async () => {
  open({ waitingJobs: 2 });
  const results = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => host.run(file(name))));
  expect(results.map((result) => (result.ok ? 'done' : result.error))).toEqual([
    'done',
    'done',
    'done',
    'busy',
    'busy',
  ]);
});

test('an idle process ends, and memory is given back; the next job starts one', async () => {
  open({ idleMilliseconds: 50 });
  const pid = pidOf(await host.run(file('a')));
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect(pidOf(await host.run(file('a')))).not.toBe(pid);
});

test('closing cancels what runs and what waits, and ends the process', async () => {
  open();
  const pid = pidOf(await host.run(file('a')));
  const runs = [host.run(file('slow')), host.run(file('a'))];
  host.close();
  expect(await Promise.all(runs)).toEqual(Array(2).fill({ ok: false, error: 'cancelled' }));
  await expect.poll(() => isAlive(pid)).toBe(false);
  expect(await host.run(file('a'))).toEqual({ ok: false, error: 'cancelled' });
});

test('where every process dies from the first on, the next keeps off the native library, and so do all after it', async () => {
  open({ backoffMilliseconds: 1 });
  for (const name of ['exit', 'abort']) await host.run(file(name));
  // Whatever stands in the file: on this PC nothing worked yet.
  await host.run(file('exit'));
  expect((await host.run(file('a'))).ok).toBe(true);
  await host.run(file('exit'));
  expect((await host.run(file('a'))).ok).toBe(true);
  expect(portableOnly).toEqual([false, false, true, true, true]);
});

test('files that kill a process which has worked before say nothing against the native library', async () => {
  open({ backoffMilliseconds: 1 });
  await host.run(file('a'));
  for (const name of ['exit', 'abort', 'exit', 'a']) await host.run(file(name));
  expect(portableOnly).toEqual([false, false, false, false]);
});
