import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentHost } from '../../../electron/documents/host/document-host.ts';
import { examineJob, realHost } from '../../support/documents/document-jobs.ts';
import { watchNetwork } from '../../support/documents/watched-network.ts';
import { codeContract } from './codes.ts';
import type { Examining } from './examining.ts';
import { fileContract } from './files.ts';
import { paperContract } from './papers.ts';

/**
 * The process for documents against papers with a known truth. It runs without any way to a network, and at the end it
 * must not have looked for one.
 */
const network = watchNetwork();
let host: DocumentHost;

beforeAll(() => {
  Object.assign(process.env, network.environment);
  // A busy machine is no hang: how long a page takes is measured elsewhere.
  host = realHost({ jobMilliseconds: 300_000, idleMilliseconds: 300_000 });
});
afterAll(() => {
  host.close();
  for (const name of Object.keys(network.environment)) Reflect.deleteProperty(process.env, name);
  network.dispose();
});

const attempt: Examining['attempt'] = (bytes, changes) => host.run(examineJob(bytes, changes));
const examining: Examining = {
  attempt,
  async examine(bytes, changes) {
    const result = await attempt(bytes, changes);
    if (!result.ok) throw new Error(`The file was not looked into: ${result.error}`);
    return result.value;
  },
};

describe('papers', { timeout: 300_000 }, () => {
  paperContract(examining);
});
describe('codes', { timeout: 300_000 }, () => {
  codeContract(examining);
});
describe('files', { timeout: 300_000 }, () => {
  fileContract(examining);
});

test('nothing was asked of a network', () => {
  expect(network.watched()).toBeGreaterThan(0);
  expect(network.attempts()).toEqual([]);
});

test('an attempt at the network would have been seen', () => {
  const watched = watchNetwork();
  const asks = `
    import net from 'node:net';
    import { lookup } from 'node:dns';
    for (const ask of [() => fetch('http://127.0.0.1:9'), () => net.connect(9), () => lookup('localhost', () => 0)]) {
      try { await ask(); } catch {}
    }`;
  spawnSync(process.execPath, ['--input-type=module', '-e', asks], {
    env: { ...process.env, ...watched.environment },
  });
  const attempts = watched.attempts();
  watched.dispose();
  expect(attempts).toEqual(['globalThis.fetch http://127.0.0.1:9', 'net.connect', 'dns.lookup localhost']);
});
