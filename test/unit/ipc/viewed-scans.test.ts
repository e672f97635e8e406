import { expect, it } from 'vitest';
import { blobHash, requestId } from '../../../shared/domain/ids.ts';
import { localScanId, type LocalScan } from '../../../shared/domain/documents/local-scan.ts';
import { documentReview } from '../../../electron/ipc/documents/document-review.ts';
import { viewedScans } from '../../../electron/ipc/viewed-scans.ts';
import { openMemoryStore } from '../../../electron/storage/open-memory-store.ts';
import { at, identity, later, pull, requestLine, rid, today } from '../../contract/store-fixture.ts';
import { aadhaarReading, panReading } from '../../support/samples/sample-readings.ts';

const hashOf = (sign: string) => blobHash.parse(sign.repeat(64));
const scan = (sign: string, masked: boolean) => {
  return { hash: hashOf(sign), size: 10, mime: 'image/jpeg' as const, pages: 1, masked };
};
const documents = [
  { id: 'raw', kind: 'aadhaar' as const, need: 'needed' as const, scan: scan('a', false) },
  { id: 'here', kind: 'application' as const, need: 'needed' as const, scan: scan('b', true) },
  { id: 'none', kind: 'pan' as const, need: 'needed' as const, scan: null },
];
const kept = (sign: string) => ({ hash: hashOf(sign), size: 9, mime: 'image/png' as const, pages: 2 });
const taken = (n: number, documentId: string, sign: string): LocalScan => ({
  id: localScanId.parse(`01997000-0000-7000-8000-00000000000${n}`),
  requestId: requestId.parse('req-1'),
  ...{ documentId, kind: 'pan', scan: kept(sign), source: 'drop', by: identity.officer.id, at },
});

async function storeWithScans() {
  const store = openMemoryStore(identity);
  await pull(store, requestLine(1, { documents }));
  const shown = async () => {
    const stored = await store.request(rid(1));
    const scans = stored ? await viewedScans(store, stored.request) : [];
    return scans.map(({ documentId, state, url }) => `${documentId} ${state} ${url?.slice(7, 8) ?? '-'}`);
  };
  return { store, shown };
}

it('shows a masked copy in place of the scan that came unmasked', async () => {
  const { store, shown } = await storeWithScans();
  expect(await shown()).toEqual(['raw unmasked -', 'here waiting -', 'none none -']);
  await store.maskFailed(hashOf('a'), 'no-link', at, later);
  expect((await shown())[0]).toBe('raw unmasked -');
  await store.maskFailed(hashOf('a'), 'wants-hand', at, null);
  expect((await shown())[0]).toBe('raw wants-hand -');
  await store.maskFailed(hashOf('a'), 'damaged', at, null);
  expect((await shown())[0]).toBe('raw failed -');
  await store.keepMaskedCopy({ original: hashOf('a'), scan: kept('c'), reading: aadhaarReading() }, null, at);
  await store.scanArrived(hashOf('b'), at);
  expect(await shown()).toEqual(['raw ready c', 'here ready b', 'none none -']);
});

it('shows a scan that was taken in here in place of none, and in addition to another', async () => {
  const { store, shown } = await storeWithScans();
  await store.scanArrived(hashOf('b'), at);
  await store.addLocalScan(taken(1, 'none', 'd'), panReading());
  await store.addLocalScan(taken(2, 'here', 'e'), panReading());
  expect(await shown()).toEqual(['raw unmasked -', 'here ready b', 'none ready d', 'here ready e']);
});

it('advises by what the vault has read, each scan in its own slot', async () => {
  const { store } = await storeWithScans();
  const stored = await store.request(rid(1));
  if (!stored) throw new Error('The request is there');
  const review = () => documentReview({ store, examiner: { running: () => null }, today }, stored);
  expect((await review()).checks).toEqual([]);
  await store.addLocalScan(taken(1, 'none', 'd'), panReading());
  await store.addLocalScan(taken(2, 'here', 'e'), panReading());
  const { documents, checks } = await review();
  // What stands beside a scan of the server's has its own name.
  const beside = taken(2, 'here', 'e').id;
  expect(documents.map(({ documentId, kind, origin }) => [documentId, kind, origin])).toContainEqual([
    beside,
    taken(2, 'here', 'e').kind,
    'local',
  ]);
  const slots = checks.filter(({ id }) => id === 'right-document');
  expect(new Map(slots.map(({ documentId, result }) => [documentId, result]))).toEqual(
    new Map([
      ['none', 'pass'],
      [beside, 'pass'],
    ]),
  );
});
