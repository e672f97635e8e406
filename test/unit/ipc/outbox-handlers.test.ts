import { createHash } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { now, officeDesk, requestLine, type OfficeDesk } from './office-desk.ts';

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

it('answers nothing behind the lock', async () => {
  desk.isSignedIn = false;
  const refused = { ok: false, error: { kind: 'not-signed-in' } };
  expect(await desk.call('outbox.decisions', page)).toEqual(refused);
  expect(await desk.call('outbox.retryAll', undefined)).toEqual(refused);
  expect(desk.asked).toEqual([]);
});
