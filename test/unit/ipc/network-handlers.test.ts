import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { answerCall } from '../../../electron/ipc/answer-call.ts';
import { networkHandlers } from '../../../electron/ipc/handlers/network.ts';
import type { Services } from '../../../electron/ipc/services.ts';
import { networkKeeper } from '../../../electron/network/network-keeper.ts';
import { authorityFileBytes } from '../../../electron/network/read-authorities.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { AuthorityView, ConnectionTrial, NetworkChange } from '../../../shared/ipc/views/network.ts';
import { testIssuer } from '../../support/network/test-certificates.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';

const secret = 'bahut-gupt-42';
const change: NetworkChange = {
  ...{ mode: 'manual', proxy: '127.0.0.1:9', user: 'namuna', password: secret },
  exceptions: [],
};
const issuer = testIssuer('Sample Office CA');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'network-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The calls as a window makes them; without a vault at first. */
function pc() {
  const { store, identity } = strangerDesk('https://central.test');
  const noKeyStore = {
    isAvailable: async () => false,
    wrap: async () => Buffer.of(),
    unwrap: async () => '',
  };
  const desk = {
    store,
    vault: 'absent' as 'absent' | 'present',
    isSignedIn: false,
    syncs: 0,
    logged: [] as string[],
    file: Buffer.from(issuer.certificate),
    answers: [] as string[],
    async call(channel: string, input: unknown): Promise<unknown> {
      const log = (where: string, error: unknown) => {
        desk.logged.push(where, String(error));
        return 'ref';
      };
      const answer = await answerCall(handlers as Handlers, channel, input, log);
      desk.answers.push(JSON.stringify(answer));
      return answer;
    },
  };
  const present = {
    vault: { store, identity },
    officer: { officerId: identity.officer.id },
    engine: { syncNow: async () => void (desk.syncs += 1) },
  };
  const handlers = networkHandlers({
    session: {
      present: () => (desk.isSignedIn ? present : null),
      folder: { presence: async () => ({ state: desk.vault, officers: [] }) },
    },
    clock: { now: () => Date.parse('2026-11-20T06:30:00.000Z') },
    network: {
      keeper: networkKeeper(folder, noKeyStore),
      systemProxy: async () => null,
      chooser: {
        files: async () => [{ name: 'ca.pem', bytes: new Uint8Array(desk.file), fault: null }],
      },
    },
    log: () => 'ref',
  } as unknown as Services);
  return desk;
}

it('are answered before the enrolment and while somebody is signed in, not behind the lock', async () => {
  const desk = pc();
  expect(await desk.call('network.read', undefined)).toMatchObject({ ok: true, value: { mode: 'none' } });
  desk.vault = 'present';
  for (const [channel, input] of [
    ['network.read', undefined],
    ['network.write', change],
    ['network.removeAuthority', { sha256: 'x' }],
    ['network.test', { serverUrl: 'https://evil.test', change }],
  ] as const)
    expect(await desk.call(channel, input)).toEqual({ ok: false, error: { kind: 'not-signed-in' } });
  desk.isSignedIn = true;
  expect(await desk.call('network.read', undefined)).toMatchObject({ ok: true, value: { mode: 'none' } });
});

it('never tell the password: not in an answer, the file, the log or the audit', async () => {
  const desk = pc();
  desk.isSignedIn = true;
  await desk.call('network.write', change);
  await desk.call('network.read', undefined);
  await desk.call('network.test', { serverUrl: null, change });
  await desk.call('network.write', { ...change, user: '' });
  await desk.call('network.write', { ...change, proxy: `http://u:${secret}@proxy` });
  const audit = JSON.stringify(await desk.store.audit(0, 100));
  const everywhere = [
    ...desk.answers,
    ...desk.logged,
    audit,
    await readFile(join(folder, 'network.json'), 'utf8'),
  ];
  expect(everywhere.filter((text) => text.includes(secret))).toEqual([]);
});

it('put each change on record where there is a vault, and go the new road at once', async () => {
  const desk = pc();
  desk.isSignedIn = true;
  await desk.call('network.write', change);
  const chosen = (await desk.call('network.chooseAuthorities', undefined)) as { value: AuthorityView[] };
  const sha256 = chosen.value.map((one) => one.sha256);
  await desk.call('network.acceptAuthorities', { sha256 });
  await desk.call('network.removeAuthority', { sha256: sha256[0] });
  const rows = (await desk.store.audit(0, 100)).filter(({ action }) => action === 'network-changed');
  expect(rows.map(({ detail }) => detail)).toEqual([
    {
      ...{ mode: 'manual', proxy: 'http://127.0.0.1:9', hasUser: true, hasPassword: true },
      exceptions: 0,
    },
    { trusted: sha256[0] },
    { noLongerTrusted: sha256[0] },
  ]);
  expect(desk.syncs).toBe(3);
});

it('refuse a file by name, and trust nothing that was not shown', async () => {
  const desk = pc();
  const refusal = (why: string) => ({ ok: false, error: { kind: 'network-refused', why } });
  desk.file = Buffer.from(issuer.key);
  expect(await desk.call('network.chooseAuthorities', undefined)).toEqual(refusal('file-private-key'));
  desk.file = Buffer.alloc(authorityFileBytes + 1);
  expect(await desk.call('network.chooseAuthorities', undefined)).toEqual(refusal('file-too-large'));
  expect(await desk.call('network.acceptAuthorities', { sha256: ['x'] })).toMatchObject({
    value: { authorities: [] },
  });
});

it('try the server of the enrolment where none is typed, without keeping what was tried', async () => {
  const desk = pc();
  desk.isSignedIn = true;
  const answer = await desk.call('network.test', { serverUrl: null, change });
  const { value } = answer as { value: ConnectionTrial };
  expect(value).toMatchObject({ proxy: '127.0.0.1:9', error: { kind: 'proxy-unreachable' } });
  expect(await desk.call('network.read', undefined)).toMatchObject({ value: { mode: 'none' } });
  expect(await desk.call('network.test', { serverUrl: 'nonsense', change })).toMatchObject({
    error: { kind: 'invalid-input', path: 'serverUrl' },
  });
});
