import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { networkFetch } from '../../../electron/network/network-fetch.ts';
import { firstNetworkSettings, type NetworkSettings } from '../../../electron/network/network-settings.ts';
import { systemProxyOf } from '../../../electron/network/system-proxy.ts';
import { tryConnection } from '../../../electron/network/try-connection.ts';
import { enrolAt } from '../../../electron/sync/enrol.ts';
import { httpTransport } from '../../../electron/sync/http-transport.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { testIssuer } from '../../support/network/test-certificates.ts';
import { testProxy, type TestProxy } from '../../support/network/test-proxy.ts';
import { tlsFront, type TlsFront } from '../../support/network/tls-front.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { sampleKeys } from '../../support/sync/device-keys.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { hostileServer } from '../sync/hostile-server.ts';
import { enrolledDesk } from '../../support/sync/sync-desk.ts';

/** A name that only the proxy knows. */
const host = 'central.test';
const office = testIssuer('Sample Office CA');
const old = testIssuer('Sample Old CA', { from: 2010, to: 2015 });
const account = { user: 'namuna', password: 'pa:ss wörd' };

let central: CentralServer;
let front: TlsFront;
let url: string;
let proxy: TestProxy;
let secureProxy: TestProxy;
const others: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  central = await startCentralServer({ seed: 'none' });
  await central.data.putDistrict(sampleOffice.district);
  await central.data.putOfficer(sampleOffice.officer, 'CODE-1');
  front = await tlsFront(central.url, office.issue([host]));
  url = `https://${host}:${front.port}`;
  proxy = await testProxy();
  secureProxy = await testProxy(office.issue(['localhost']));
}, 120_000);
afterAll(() => Promise.all([...others, proxy, secureProxy, front, central].map((part) => part.close())));
afterEach(() => {
  for (const one of [proxy, secureProxy]) {
    one.account = null;
    one.refuseWith = null;
    one.tunnels.length = 0;
    one.refusals.length = 0;
  }
});

function settings(changes: Partial<NetworkSettings> = {}): NetworkSettings {
  const byProxy = { mode: 'manual', proxy: `http://127.0.0.1:${proxy.port}` } as const;
  return { ...firstNetworkSettings, ...byProxy, authorities: [office.certificate], ...changes };
}

const noSystem = async () => null;

function fetchWith(changes: Partial<NetworkSettings> = {}) {
  const now = settings(changes);
  return networkFetch({ settings: async () => now, systemProxy: noSystem });
}

const request = { ...sampleKeys().public, activationCode: 'WRONG', deviceName: 'Sample PC' };
const errorAt = async (at: string, changes: Partial<NetworkSettings> = {}) => {
  const answer = await enrolAt(at, request, fetchWith(changes));
  return answer.ok ? null : answer.error;
};

async function frontWith(certificate: Parameters<typeof tlsFront>[1]): Promise<string> {
  const made = await tlsFront(central.url, certificate);
  others.push(made);
  return `https://${host}:${made.port}`;
}

it('enrols, sends and receives by the proxy, with user and password, and by nothing else', async () => {
  proxy.account = account;
  await central.data.putRequest(sampleRequest({}));
  const fetch = fetchWith({ account });
  const desk = await enrolledDesk(url, 'CODE-1', fetch);
  const engine = desk.engine({ fetch });
  await engine.syncNow();
  const [row] = (await desk.store.slimRows(null, 10)).rows;
  if (!row) throw new Error('Nothing was received');
  const decided = await desk.decide(row.id, 'hold', Date.now());
  await engine.syncNow();
  expect((await desk.store.decision(decided))?.state).toBe('accepted');
  expect(await engine.status()).toMatchObject({ problem: null, unsent: 0 });
  await engine.stop();
  expect(new Set(proxy.tunnels)).toEqual(new Set([`${host}:${front.port}`]));
  expect(proxy.refusals).toEqual([]);
  // Without the proxy the name leads nowhere, so nothing went around it.
  expect(await errorAt(url, { mode: 'none' })).toEqual({ kind: 'server-unreachable' });
});

it('goes by a proxy that is itself reached by TLS, and names its certificate', async () => {
  secureProxy.account = account;
  const changes = { proxy: `https://localhost:${secureProxy.port}`, account };
  expect(await errorAt(url, changes)).toEqual({ kind: 'activation-code-wrong' });
  expect(secureProxy.tunnels.length).toBeGreaterThan(0);
  expect(await errorAt(url, { ...changes, authorities: [] })).toEqual({
    kind: 'certificate-untrusted',
    detail: 'Sample Office CA',
  });
});

it('names a proxy that is not there, that asks for a password, and that refuses', async () => {
  const dead = await testProxy();
  await dead.close();
  const name = `127.0.0.1:${dead.port}`;
  expect(await errorAt(url, { proxy: `http://${name}` })).toEqual({
    kind: 'proxy-unreachable',
    detail: name,
  });
  const here = `127.0.0.1:${proxy.port}`;
  proxy.account = account;
  expect(await errorAt(url)).toEqual({ kind: 'proxy-auth', detail: here });
  const wrong = { account: { ...account, password: 'other' } };
  expect(await errorAt(url, wrong)).toEqual({ kind: 'proxy-auth', detail: here });
  proxy.account = null;
  proxy.refuseWith = 403;
  expect(await errorAt(url)).toEqual({ kind: 'proxy-refused', detail: `${here}, HTTP 403` });
  // The proxy is well, what lies behind it is not.
  proxy.refuseWith = 503;
  expect(await errorAt(url)).toEqual({ kind: 'server-unreachable' });
});

it('asks a proxy that refused the account again only for what must have an answer', async () => {
  proxy.account = account;
  let now = settings({ account: { ...account, password: 'other' } });
  const fetch = networkFetch({ settings: async () => now, systemProxy: noSystem });
  const ask = async (by: typeof globalThis.fetch) =>
    (await enrolAt(url, request, by)).ok || proxy.refusals.length;
  expect(await ask(fetch)).toBe(1);
  for (let time = 0; time < 3; time += 1) {
    expect(await enrolAt(url, request, fetch.unlessRefused)).toMatchObject({ error: { kind: 'proxy-auth' } });
  }
  expect(proxy.refusals).toHaveLength(1);
  expect(await ask(fetch)).toBe(2);
  // Well again when it was let through, or when the settings change.
  now = settings({ account });
  const answer = await enrolAt(url, request, fetch.unlessRefused);
  expect(answer).toMatchObject({ error: { kind: 'activation-code-wrong' } });
});

it('refuses each certificate that does not hold, by name, and passes with the office’s authority', async () => {
  expect(await errorAt(url)).toEqual({ kind: 'activation-code-wrong' });
  expect(await errorAt(url, { authorities: [] })).toEqual({
    kind: 'certificate-untrusted',
    detail: 'Sample Office CA',
  });
  const direct = { mode: 'none' } as const;
  const elsewhere = `https://localhost:${front.port}`;
  expect(await errorAt(elsewhere, { ...direct, authorities: [] })).toEqual({
    kind: 'certificate-untrusted',
    detail: 'Sample Office CA',
  });
  expect(await errorAt(elsewhere, direct)).toEqual({ kind: 'certificate-wrong-host', detail: 'localhost' });
  const expired = await frontWith(office.issue([host], { from: 2015, to: 2020 }));
  expect(await errorAt(expired)).toMatchObject({ kind: 'certificate-expired' });
  const early = await frontWith(office.issue([host], { from: 2044 }));
  expect(await errorAt(early)).toMatchObject({ kind: 'certificate-not-yet-valid' });
  const byOld = await frontWith(old.issue([host]));
  expect(await errorAt(byOld, { authorities: [old.certificate] })).toMatchObject({
    kind: 'certificate-expired',
  });
});

it('follows a change of the settings with the next request', async () => {
  let now = settings({ authorities: [] });
  const fetch = networkFetch({ settings: async () => now, systemProxy: noSystem });
  const kind = async () => {
    const answer = await enrolAt(url, request, fetch);
    return answer.ok ? null : answer.error.kind;
  };
  expect(await kind()).toBe('certificate-untrusted');
  now = settings();
  expect(await kind()).toBe('activation-code-wrong');
  now = settings({ exceptions: ['central.test'] });
  expect(await kind()).toBe('server-unreachable');
  now = settings({ mode: 'system' });
  expect(await kind()).toBe('server-unreachable');
  const https_proxy = `http://127.0.0.1:${proxy.port}`;
  const systemProxy = systemProxyOf({ https_proxy }, async () => 'DIRECT');
  const bySystem = await enrolAt(url, request, networkFetch({ settings: async () => now, systemProxy }));
  expect(bySystem).toEqual({ ok: false, error: { kind: 'activation-code-wrong' } });
});

it('keeps the transport’s rules by the proxy: no redirect is followed, silence and length are bounded', async () => {
  const hostile = await hostileServer((asked, response) => {
    if (asked.url === '/to') response.writeHead(302, { location: `${url}/v1/health` }).end();
    if (asked.url === '/long')
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': 4 * 1024 ** 3 })
        .write('{');
  });
  const made = await tlsFront(hostile.url, office.issue([host]));
  others.push(made);
  const baseUrl = `https://${host}:${made.port}`;
  const transport = httpTransport({ baseUrl, fetch: fetchWith(), patience: { answer: 400 } });
  const { signal } = new AbortController();
  const failureAt = async (path: string) => {
    const answer = await transport.call({ path, schema: z.unknown(), signal });
    return answer.ok ? null : answer.error;
  };
  expect(await failureAt('/to')).toEqual({ kind: 'server-nonsense', detail: 'redirect' });
  expect(await failureAt('/long')).toEqual({ kind: 'server-nonsense', detail: 'too-large' });
  expect(await failureAt('/silent')).toEqual({ kind: 'offline', detail: 'no-answer' });
  expect(hostile.asked).toEqual(['/to', '/long', '/silent']);
});

it('tells the sync’s status who signed, and tries a refused password no more than each period', async () => {
  const desk = await (async () => {
    await central.data.issueActivationCode(sampleOffice.officer.id, 'CODE-2');
    return enrolledDesk(url, 'CODE-2', fetchWith());
  })();
  const untrusting = desk.engine({ fetch: fetchWith({ authorities: [] }) });
  await untrusting.syncNow();
  const told = { problem: 'certificate-untrusted', problemDetail: 'Sample Office CA' };
  expect(await untrusting.status()).toMatchObject(told);
  await untrusting.stop();
  proxy.account = account;
  const locked = desk.engine({ fetch: fetchWith() });
  const before = Date.now();
  await locked.syncNow();
  const { problem, nextTryAt } = await locked.status();
  await locked.stop();
  expect(problem).toBe('proxy-auth');
  expect(Date.parse(nextTryAt ?? '') - before).toBeGreaterThan(5 * 60_000);
  expect(proxy.refusals).toHaveLength(1);
});

it('tells a trial step by step', async () => {
  const trial = await tryConnection(url, settings(), noSystem);
  expect(trial).toEqual({
    proxy: `127.0.0.1:${proxy.port}`,
    steps: [
      { step: 'proxy', state: 'ok' },
      { step: 'certificate', state: 'ok' },
      { step: 'server', state: 'ok' },
    ],
    authority: { name: 'Sample Office CA', isOwn: true },
    error: null,
  });
  proxy.refuseWith = 403;
  const refused = await tryConnection(url, settings(), noSystem);
  expect(refused.steps.map(({ state }) => state)).toEqual(['failed', 'not-reached', 'not-reached']);
  proxy.refuseWith = null;
  const untrusted = await tryConnection(url, settings({ authorities: [] }), noSystem);
  expect(untrusted.steps.map(({ state }) => state)).toEqual(['ok', 'failed', 'not-reached']);
  const plain = await tryConnection(central.url, settings(), noSystem);
  expect(plain).toMatchObject({ proxy: null, authority: null, error: null });
  expect(plain.steps.map(({ state }) => state)).toEqual(['not-needed', 'not-needed', 'ok']);
  central.setFault(() => 'html');
  const captive = await tryConnection(url, settings(), noSystem);
  central.setFault(null);
  expect(captive.steps.map(({ state }) => state)).toEqual(['ok', 'ok', 'failed']);
  expect(captive.error).toMatchObject({ kind: 'server-nonsense' });
});
