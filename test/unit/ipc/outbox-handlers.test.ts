import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { strangerDesk } from '../../support/sync/sync-desk.ts';
import { now, officeDesk, requestLine, today, type OfficeDesk } from './office-desk.ts';

const hash = blobHash.parse(createHash('sha256').update('scan').digest('hex'));
const page = { state: null, limit: 10 } as const;

let desk: OfficeDesk;
beforeEach(async () => {
  desk = officeDesk();
  const scan = { hash, size: 100, mime: 'image/jpeg', pages: 1, masked: true } as const;
  const documents = [{ id: 'doc-1', kind: 'pan', need: 'needed', scan } as const];
  await desk.pull(requestLine({ id: requestId.parse('req-1'), documents }));
});

it('tells what is on the wire as the sync says, in the list and in the totals', async () => {
  expect(await desk.call('outbox.scans', page)).toMatchObject({
    ok: true,
    value: [{ hash, shown: 'waiting' }],
  });
  desk.underWay = [hash];
  expect(await desk.call('outbox.scans', page)).toMatchObject({
    ok: true,
    value: [{ hash, shown: 'under-way' }],
  });
  expect(await desk.call('outbox.totals', undefined)).toMatchObject({
    ok: true,
    value: { scan: { 'under-way': 1, waiting: 0 }, decision: { recorded: 0 }, act: { parked: 0 } },
  });
});

it('tries one that is parked by hand, and all of them', async () => {
  const park = () => desk.store.scanFailed(hash, 'wrong-hash', instantOf(now), null);
  await park();
  expect(await desk.call('outbox.retry', { kind: 'scan', id: hash })).toMatchObject({ ok: true });
  expect((await desk.store.scan(hash))?.state).toBe('wanted');
  await park();
  expect(await desk.call('outbox.retryAll', undefined)).toMatchObject({ ok: true });
  expect((await desk.store.scan(hash))?.state).toBe('wanted');
  expect(desk.asked).toEqual([hash, 'all']);
});

it('checks a receipt anew against the pinned key, and believes no other', async () => {
  const server = generateKeyPairSync('ed25519');
  const spki = server.publicKey.export({ type: 'spki', format: 'der' });
  const given = strangerDesk('http://127.0.0.1:9');
  const identity = { ...given.identity, serverKey: spki.toString('base64') };
  const own = strangerDesk('', { identity, keys: given.keys });
  const office = officeDesk(own);
  await office.pull(requestLine({ id: requestId.parse('req-1') }));
  const id = await own.decide(requestId.parse('req-1'), 'approve', now);
  expect(await office.call('outbox.receipt', { decisionId: id })).toMatchObject({
    error: { kind: 'not-found' },
  });
  const at = instantOf(now);
  await own.store.sealDecisions({ ids: [id] }, at);
  const [sealed] = await own.store.unsent(at, 1);
  if (!sealed) throw new Error('Nothing was sealed');
  const text = JSON.stringify({
    ...{
      protocol: 1,
      decisionId: id,
      requestId: 'req-1',
      serverSequence: 7,
      requestVersion: 2,
      acceptedAt: at,
    },
    contentHash: createHash('sha256').update(sealed.content, 'utf8').digest('hex'),
  });
  const signature = sign(null, Buffer.from(text), server.privateKey).toString('base64');
  const receipt = { text, signature };
  await own.store.applyAnswers([{ id, result: 'accepted', receipt }], at, today);
  expect(await office.call('outbox.receipt', { decisionId: id })).toEqual({
    ok: true,
    value: { isProven: true, keySha256: createHash('sha256').update(spki).digest('hex'), checkedAt: at },
  });
  identity.serverKey = given.identity.serverKey;
  expect(await office.call('outbox.receipt', { decisionId: id })).toMatchObject({
    ok: true,
    value: { isProven: false },
  });
});

it('answers nothing behind the lock', async () => {
  desk.isSignedIn = false;
  const refused = { ok: false, error: { kind: 'not-signed-in' } };
  expect(await desk.call('outbox.decisions', page)).toEqual(refused);
  expect(await desk.call('outbox.retryAll', undefined)).toEqual(refused);
  expect(desk.asked).toEqual([]);
});
