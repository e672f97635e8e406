import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { districtId, officerId, requestId, type RequestId } from '../../../shared/domain/ids.ts';
import { leaveOrderFor } from '../../central-server/leaving.ts';
import { newSigningKey } from '../../central-server/signatures.ts';
import { startCentralServer, type CentralServer } from '../../central-server/start.ts';
import { answerStick, readStick, writeStick } from '../../support/courier/courier-desk.ts';
import { sampleRequest } from '../../support/samples/sample-request.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { enrolledDesk, strangerDesk, type SyncDesk } from '../../support/sync/sync-desk.ts';
import { answerError, answerJson, hostileServer } from './hostile-server.ts';

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(5000, 7)]);
const days = 86_400_000;

describe('a desk that leaves its district', () => {
  let central: CentralServer;
  let desk: SyncDesk;
  let ids: RequestId[];
  let nth = 0;
  /** By how much the server's clock is ahead of the day on which the test runs. */
  let ahead = 0;

  beforeAll(async () => {
    central = await startCentralServer({ seed: 'none', now: () => new Date(Date.now() + ahead) });
    await central.data.putDistrict({ ...sampleOffice.district, id: districtId.parse('elsewhere') });
  }, 120_000);
  afterAll(() => central.close());

  /** Each test has a district of its own, two requests and one scan in it, and a desk that has them. */
  beforeEach(async () => {
    ahead = 0;
    nth += 1;
    const district = districtId.parse(`office-${'abcdefghij'.charAt(nth)}`);
    await central.data.putDistrict({ ...sampleOffice.district, id: district });
    const hash = await central.data.putBlob(jpeg, district);
    ids = [1, 2].map((n) => requestId.parse(`${district}-${n}`));
    const scan = { hash, size: jpeg.length, mime: 'image/jpeg', pages: 1, masked: true } as never;
    const documents = [{ id: 'doc-1', kind: 'application', need: 'needed', scan }] as never;
    for (const id of ids) {
      await central.data.putRequest(sampleRequest({ id, districtId: district, documents }));
    }
    const officer = { ...sampleOffice.officer, id: officerId.parse(`officer-${nth}`), districtId: district };
    await central.data.putOfficer(officer, `CODE-${nth}`);
    desk = await enrolledDesk(central.url, `CODE-${nth}`);
    const engine = desk.engine();
    await engine.syncNow();
    await engine.stop();
    expect(desk.blobs.size).toBe(1);
  });

  const nthRequest = (n: number): RequestId => ids[n] ?? requestId.parse('none');
  const actions = async () => (await desk.store.audit(0, 1000)).map(({ action }) => action);
  const sync = async () => {
    const engine = desk.engine();
    await engine.syncNow();
    const status = await engine.status();
    await engine.stop();
    return status;
  };
  const expectEmpty = async () => {
    expect(await desk.store.leaving()).toMatchObject({ phase: 'done' });
    expect((await desk.store.slimRows(null, 10)).total).toBe(0);
    expect(desk.blobs.size).toBe(0);
  };

  it('sends what was recorded before, keeps the receipt, and then holds nothing else', async () => {
    const now = Date.now();
    // Still within its grace period: it is signed, so it is sent.
    const id = await desk.decide(nthRequest(0), 'approve', now - 1000, now + 3_600_000);
    await central.data.revokeDevice(desk.identity.deviceId);
    const told: string[] = [];
    const engine = desk.engine({
      events: {
        applied: () => undefined,
        status: () => undefined,
        leaving: ({ phase }) => told.push(phase),
      },
    });
    await engine.syncNow();
    await engine.stop();
    expect(told).toEqual(['sending', 'clearing', 'compacting', 'done']);
    expect((await central.data.decision(id))?.result).toBe('accepted');
    await expectEmpty();
    const [kept] = await desk.store.keptDecisions();
    expect(kept).toMatchObject({ decisionId: id, state: 'accepted' });
    expect(kept?.proof).toEqual((await central.data.decision(id))?.receipt);
    expect((await actions()).slice(-4)).toEqual([
      'decision-accepted',
      'wipe-began',
      'data-wiped',
      'wipe-done',
    ]);
    expect(desk.faults).toEqual([]);
    // A start of the app after that asks the server for nothing.
    const asked: string[] = [];
    central.setFault(({ path }) => {
      asked.push(path);
      return 'none';
    });
    expect(await sync()).toMatchObject({ problem: null });
    expect(asked).toEqual([]);
  });

  it('refuses by name what was recorded after the revocation, and keeps it', async () => {
    await central.data.revokeDevice(desk.identity.deviceId);
    const id = await desk.decide(nthRequest(0), 'approve', Date.now() + 60_000);
    await sync();
    expect(await central.data.decision(id)).toMatchObject({ reason: 'recorded-after-leaving' });
    await expectEmpty();
    const [kept] = await desk.store.keptDecisions();
    expect(kept).toMatchObject({ decisionId: id, state: 'refused', answer: 'recorded-after-leaving' });
  });

  it('waits with the wipe as long as the link is broken, over a restart', async () => {
    const id = await desk.decide(nthRequest(0), 'hold', Date.now() - 1000, Date.now() + 3_600_000);
    await central.data.revokeDevice(desk.identity.deviceId);
    central.setFault(({ path }) => (path === '/v1/decisions' ? 'drop' : 'none'));
    expect(await sync()).toMatchObject({ problem: 'offline', unsent: 1 });
    expect(await sync()).toMatchObject({ problem: 'offline', unsent: 1 });
    expect(await desk.store.leaving()).toMatchObject({ phase: 'sending' });
    expect((await desk.store.slimRows(null, 10)).total).toBe(2);
    central.setFault(null);
    await sync();
    expect((await central.data.decision(id))?.result).toBe('accepted');
    await expectEmpty();
  });

  it('wipes without the answer when the server says that it takes nothing any more', async () => {
    const id = await desk.decide(nthRequest(0), 'hold', Date.now() - 1000);
    await central.data.revokeDevice(desk.identity.deviceId);
    ahead = 31 * days;
    const status = await sync();
    expect(status).toMatchObject({ unsent: 1, problem: null });
    expect(await central.data.decision(id)).toBeNull();
    await expectEmpty();
    expect(await desk.store.keptDecisions()).toMatchObject([
      { decisionId: id, state: 'sent', receipt: null },
    ]);
  });

  it('leaves in the same way when its officer went to another district', async () => {
    const id = await desk.decide(nthRequest(0), 'hold', Date.now() - 1000);
    await central.data.moveOfficer(desk.identity.officer.id, 'elsewhere');
    await sync();
    expect((await central.data.decision(id))?.result).toBe('accepted');
    expect(await desk.store.leaving()).toMatchObject({ why: 'officer-reassigned', phase: 'done' });
  });

  it('takes its decisions out and its answers in on a stick, where there is no link', async () => {
    const id = await desk.decide(nthRequest(0), 'hold', Date.now() - 1000);
    await central.data.revokeDevice(desk.identity.deviceId);
    await central.data.putRequest(sampleRequest({ id: nthRequest(1), version: 9 }));
    central.setFault(() => 'drop');
    const told: string[] = [];
    const leaving = ({ phase }: { phase: string }) => told.push(phase);
    const engine = desk.engine({ events: { applied: () => undefined, status: () => undefined, leaving } });
    await engine.syncNow();
    const out = await writeStick(desk);
    const reading = await readStick(desk, await answerStick(central, out.bytes));
    expect(reading).toMatchObject({ accepted: 1, changes: 0, scans: 0 });
    expect(await desk.store.leaving()).toMatchObject({ phase: 'sending', why: 'device-revoked' });
    // The engine that runs hears of it with the next look at the vault, and needs no link for the rest.
    await engine.syncNow();
    await engine.stop();
    central.setFault(null);
    expect(told).toEqual(['sending', 'clearing', 'compacting', 'done']);
    await expectEmpty();
    expect(await desk.store.keptDecisions()).toMatchObject([{ decisionId: id, state: 'accepted' }]);
  });
});

describe('what must never cost a desk its data', () => {
  const forger = newSigningKey();
  const now = () => new Date('2026-11-20T10:00:00.000Z');
  const revoked = { why: 'device-revoked', since: '2026-09-01T00:00:00.000Z' } as const;
  const forged = (deviceId: string, key: string) =>
    leaveOrderFor({ identity: { ...forger, privateKey: key, feed: '' }, now }, deviceId, revoked);
  const proxyPage = '<html><body><h1>403 Forbidden by policy</h1></body></html>';

  const answers: [string, Parameters<typeof hostileServer>[0]][] = [
    [
      'a proxy that refuses',
      (_request, response) => response.writeHead(403, { 'content-type': 'text/html' }).end(proxyPage),
    ],
    ['a proxy that wants a password', (_request, response) => response.writeHead(407).end()],
    [
      'a login page',
      (_request, response) => response.writeHead(401, { 'content-type': 'text/html' }).end(proxyPage),
    ],
    ['an unsigned refusal', (_request, response) => answerError(response, 'device-revoked', 403)],
    [
      'an order signed by a stranger',
      (_request, response) => refuse(response, forged('device-1', forger.privateKey)),
    ],
    ['an order that is garbled', (_request, response) => refuse(response, { text: '{', signature: 'AAAA' })],
    ['an order of another form', (_request, response) => refuse(response, { wipe: true })],
  ];

  function refuse(response: Parameters<typeof answerJson>[0], leave: unknown): void {
    const error = { kind: 'device-revoked', message: '' };
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error, serverTime: now().toISOString(), leave }));
  }

  it.each(answers)('%s: the desk keeps everything, and goes on', async (_name, answer) => {
    const server = await hostileServer(answer);
    const desk = strangerDesk(server.url);
    const request = sampleRequest({ id: requestId.parse('req-1') });
    const line = { cursor: 'c-1', kind: 'request', id: request.id, version: 1, body: request };
    await desk.store.applyChanges([line], 'c-1', now().toISOString(), '2026-11-20');
    const hash = createHash('sha256').update(jpeg).digest('hex') as never;
    await desk.blobs.put(hash, jpeg);
    await desk.decide(request.id, 'hold', Date.now(), Date.now() + 3_600_000);
    const engine = desk.engine();
    await engine.syncNow();
    expect((await engine.status()).problem).not.toBeNull();
    await engine.stop();
    expect(await desk.store.leaving()).toBeNull();
    expect(await desk.store.counts(now().toISOString())).toMatchObject({ undoable: 1 });
    expect((await desk.store.slimRows(null, 10)).total).toBe(1);
    expect(desk.blobs.size).toBe(1);
  });

  it('an order for another device of the same server', async () => {
    const server = newSigningKey();
    const desk = strangerDesk('http://127.0.0.1:9');
    const identity = { ...desk.identity, serverKey: server.publicKey };
    const own = strangerDesk('http://127.0.0.1:9', { identity, keys: desk.keys });
    const at = now().toISOString();
    expect(await own.store.takeLeaveOrder(forged('device-2', server.privateKey), at)).toBeNull();
    expect(await own.store.takeLeaveOrder(forged('device-1', server.privateKey), at)).not.toBeNull();
  });
});
