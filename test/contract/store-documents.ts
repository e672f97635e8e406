import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { containsAadhaarNumber } from '../../shared/domain/aadhaar-number.ts';
import { readingEngine, type DocumentReading } from '../../shared/domain/documents/document-reading.ts';
import { localScanId, type LocalScan } from '../../shared/domain/documents/local-scan.ts';
import { blobHash, officerId, type BlobHash } from '../../shared/domain/ids.ts';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { Store } from '../../electron/storage/store.ts';
import { aadhaarLikeNumber } from '../support/samples/aadhaar-like.ts';
import { aadhaarReading, formReading, panReading } from '../support/samples/sample-readings.ts';
import { at, identity, later, pull, requestLine, rid } from './store-fixture.ts';

const actor = identity.officer.id;
const hashOf = (text: string): BlobHash => blobHash.parse(createHash('sha256').update(text).digest('hex'));

function withScan(text: string, masked = true, kind: 'aadhaar' | 'pan' | 'application' = 'aadhaar') {
  const scan = { hash: hashOf(text), size: 100, mime: 'image/jpeg' as const, pages: 1, masked };
  return { id: `d-${text}`, kind, need: 'needed' as const, scan };
}

function local(n: number, request: number, text: string, changes: Partial<LocalScan> = {}): LocalScan {
  return {
    id: localScanId.parse(`01997000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`),
    requestId: rid(request),
    documentId: 'item:pan',
    kind: 'pan',
    scan: { hash: hashOf(text), size: 200, mime: 'image/png', pages: 1 },
    source: 'picker',
    by: actor,
    at,
    ...changes,
  };
}

function copyOf(original: string, copy: string, reading: DocumentReading = aadhaarReading()) {
  const scan = { hash: hashOf(copy), size: 90, mime: 'image/png' as const, pages: 1 };
  return { original: hashOf(original), scan, reading };
}

/** A fingerprint of 256 bits of which the first 64 are told. */
const wide = (bits: string) => bits.padEnd(64, '0');

const marked = (bits: string, photo: string | null = null): Partial<DocumentReading> => ({
  fingerprints: { pages: [wide(bits)], photo: photo && wide(photo) },
});

/** The part of the acceptance suite about documents: readings, masked copies, scans taken in, likenesses. */
export function documentAcceptance(current: () => Store): void {
  let store: Store;
  beforeEach(() => {
    store = current();
  });

  /** A request with one scan that lies here. */
  async function ready(n: number, text: string, changes: Partial<MigrationRequest> = {}): Promise<BlobHash> {
    await pull(store, requestLine(n, { documents: [withScan(text)], ...changes }));
    await store.scanArrived(hashOf(text), at);
    return hashOf(text);
  }

  describe('readings', () => {
    it('are wanted of scans that lie here, the nearest due date first, until this engine has read them', async () => {
      await ready(1, 'later', { receivedOn: '2026-10-02' });
      await ready(2, 'sooner', { receivedOn: '2026-09-02' });
      await pull(store, requestLine(3, { documents: [withScan('on its way')] }));
      expect((await store.unreadScans(readingEngine, 10)).map(({ hash }) => hash)).toEqual(
        ['sooner', 'later'].map(hashOf),
      );
      const saved = await store.saveReading(hashOf('sooner'), aadhaarReading(), at);
      expect(saved.rows.map(({ id }) => id)).toEqual([rid(2)]);
      expect(await store.reading(hashOf('sooner'))).toMatchObject({
        engine: readingEngine,
        fault: null,
        readAt: at,
      });
      await store.readingFailed(hashOf('later'), readingEngine, 'damaged', at);
      expect(await store.reading(hashOf('later'))).toMatchObject({ fault: 'damaged', reading: null });
      expect(await store.unreadScans(readingEngine, 10)).toEqual([]);
      expect(await store.unreadScans(readingEngine + 1, 10)).toHaveLength(2);
    });

    it('of an earlier engine are not lost to a bad day of the present one, which has had its try', async () => {
      await ready(1, 'scan');
      const earlier = { ...aadhaarReading(), engine: readingEngine - 1 };
      await store.saveReading(hashOf('scan'), earlier, at);
      expect(await store.unreadScans(readingEngine, 10)).toHaveLength(1);
      await store.readingFailed(hashOf('scan'), readingEngine, 'too-slow', at);
      expect(await store.reading(hashOf('scan'))).toMatchObject({
        fault: null,
        reading: { kind: 'aadhaar' },
      });
      expect(await store.unreadScans(readingEngine, 10)).toEqual([]);
      expect(await store.requestReadings(rid(1))).toHaveLength(1);
    });

    it('stand beside their documents', async () => {
      await ready(1, 'scan');
      const reading = aadhaarReading();
      await store.saveReading(hashOf('scan'), reading, at);
      await store.addLocalScan(local(1, 1, 'taken in'), panReading());
      expect(await store.requestReadings(rid(1))).toEqual([
        { documentId: 'd-scan', hash: hashOf('scan'), reading },
        { documentId: 'item:pan', hash: hashOf('taken in'), reading: panReading() },
      ]);
    });

    it('stand under the id under which their scan is shown: the second of a document under its own', async () => {
      const [server, empty] = [withScan('scan'), { ...withScan('none', true, 'pan'), scan: null }];
      await pull(store, requestLine(1, { documents: [server, empty] }));
      await store.scanArrived(hashOf('scan'), at);
      const scans = [
        local(1, 1, 'back', { documentId: server.id, kind: 'aadhaar' }),
        local(2, 1, 'pan', { documentId: empty.id }),
        local(3, 1, 'pan again', { documentId: empty.id }),
      ];
      for (const scan of scans) await store.addLocalScan(scan, panReading());
      expect((await store.requestReadings(rid(1))).map(({ documentId }) => documentId)).toEqual([
        scans[0]?.id,
        empty.id,
        scans[2]?.id,
      ]);
    });

    it('hold no Aadhaar number, and are kept only of what lies here', async () => {
      await ready(1, 'scan');
      const name = `Sita ${aadhaarLikeNumber()}`;
      await store.saveReading(hashOf('scan'), aadhaarReading({ name }), at);
      const kept = JSON.stringify(await store.reading(hashOf('scan')));
      expect(containsAadhaarNumber(kept)).toBe(false);
      expect(kept).toContain('Sita X');
      await store.saveReading(hashOf('of nowhere'), aadhaarReading(), at);
      expect(await store.reading(hashOf('of nowhere'))).toBeNull();
    });

    it('go with the scan that was found to show a number, which comes again to be masked', async () => {
      await ready(1, 'scan');
      await store.saveReading(hashOf('scan'), aadhaarReading(), at);
      const applied = await store.scanFoundUnmasked(hashOf('scan'), at);
      expect(applied.unmasked).toEqual([hashOf('scan')]);
      expect(applied.rows.map(({ id }) => id)).toEqual([rid(1)]);
      expect(await store.reading(hashOf('scan'))).toBeNull();
      expect(await store.scan(hashOf('scan'))).toMatchObject({ state: 'unmasked', masked: false });
      expect((await store.scansToMask(at, 10)).map(({ hash }) => hash)).toEqual([hashOf('scan')]);
      expect((await store.audit(0, 100)).map(({ action }) => action)).toContain('scan-found-unmasked');
      // Once is enough, and what the server never sent is left alone.
      expect((await store.scanFoundUnmasked(hashOf('scan'), at)).rows).toEqual([]);
      expect((await store.scanFoundUnmasked(hashOf('of nowhere'), at)).rows).toEqual([]);
    });

    it('go with the scan that turns out unmasked', async () => {
      await ready(1, 'scan');
      await ready(2, 'other');
      await store.saveReading(hashOf('scan'), aadhaarReading(), at);
      await store.saveReading(hashOf('other'), aadhaarReading(), at);
      expect(await store.sameElsewhere(rid(2))).not.toEqual([]);
      await pull(store, requestLine(3, { documents: [withScan('scan', false)] }));
      expect(await store.reading(hashOf('scan'))).toBeNull();
      expect(await store.sameElsewhere(rid(2))).toEqual([]);
    });
  });

  describe('masked copies', () => {
    beforeEach(async () => {
      await pull(store, requestLine(1, { documents: [withScan('raw', false)] }));
    });

    it('stand in place of a scan that came unmasked', async () => {
      expect(await store.scansToMask(at, 10)).toMatchObject([{ hash: hashOf('raw'), attempts: 0 }]);
      expect(await store.counts(at)).toMatchObject({ scansToMask: 1, scansMissing: 0 });
      const kept = await store.keepMaskedCopy(copyOf('raw', 'masked'), null, at);
      expect(kept.rows.map(({ id }) => id)).toEqual([rid(1)]);
      expect(await store.maskedCopy(hashOf('raw'))).toEqual(copyOf('raw', 'masked').scan);
      expect(await store.scan(hashOf('masked'))).toMatchObject({
        state: 'ready',
        masked: true,
        requestIds: [rid(1)],
      });
      expect(await store.scan(hashOf('raw'))).toMatchObject({ state: 'unmasked' });
      expect(await store.requestReadings(rid(1))).toMatchObject([
        { documentId: 'd-raw', hash: hashOf('masked') },
      ]);
      expect(await store.scansToMask(at, 10)).toEqual([]);
      expect(await store.unreadScans(readingEngine, 10)).toEqual([]);
      expect(await store.counts(at)).toMatchObject({ scansToMask: 0 });
      const noted = (await store.audit(0, 100)).filter(({ action }) => action === 'scan-masked');
      expect(noted).toMatchObject([{ subject: hashOf('raw'), actor: null, detail: { regions: 1 } }]);
    });

    it('are kept of nothing that still shows digits, may show some, or was called unmasked itself', async () => {
      const masking = { regions: [], residue: 0, wantsHand: false };
      const unsafe = [
        copyOf('raw', 'masked', aadhaarReading({}, { masking: { ...masking, residue: 1 } })),
        copyOf('raw', 'masked', aadhaarReading({}, { masking: { ...masking, wantsHand: true } })),
        copyOf('raw', 'raw'),
      ];
      for (const copy of unsafe) {
        await expect(store.keepMaskedCopy(copy, null, at)).rejects.toMatchObject({ kind: 'failed' });
      }
      await ready(2, 'masked by the server');
      await store.keepMaskedCopy(copyOf('masked by the server', 'masked'), null, at);
      expect(await store.maskedCopy(hashOf('masked by the server'))).toBeNull();
      expect(await store.maskedCopy(hashOf('raw'))).toBeNull();
    });

    it('wait after a failure, are given up by name, and tried anew when asked', async () => {
      await store.maskFailed(hashOf('raw'), 'no-link', at, later);
      expect(await store.scansToMask(at, 10)).toEqual([]);
      expect(await store.scansToMask(later, 10)).toMatchObject([{ attempts: 1 }]);
      await store.maskFailed(hashOf('raw'), 'wants-hand', later, null);
      expect(await store.scansToMask(later, 10)).toEqual([]);
      expect(await store.counts(later)).toMatchObject({ scansToMask: 0 });
      expect(await store.scan(hashOf('raw'))).toMatchObject({
        state: 'unmasked',
        why: 'wants-hand',
        isGivenUp: true,
      });
      await store.scanWanted(hashOf('raw'));
      expect(await store.scansToMask(at, 10)).toMatchObject([{ attempts: 0 }]);
    });

    it('are made again when their bytes are lost', async () => {
      await store.keepMaskedCopy(copyOf('raw', 'masked'), null, at);
      expect((await store.scanLost(hashOf('masked'), later)).rows.map(({ id }) => id)).toEqual([rid(1)]);
      expect(await store.scan(hashOf('masked'))).toBeNull();
      expect(await store.reading(hashOf('masked'))).toBeNull();
      expect(await store.scansToMask(later, 10)).toHaveLength(1);
    });

    it('give way to a better one, whose forerunner leaves the disk', async () => {
      await store.keepMaskedCopy(copyOf('raw', 'masked'), null, at);
      const again = await store.keepMaskedCopy(copyOf('raw', 'masked by hand'), actor, later);
      expect(again.unmasked).toEqual([hashOf('masked')]);
      expect(await store.reading(hashOf('masked'))).toBeNull();
    });
  });

  describe('scans taken in here', () => {
    beforeEach(async () => {
      await pull(store, requestLine(1), requestLine(2));
    });

    it('belong to their document, once, with who and when', async () => {
      await store.addLocalScan(local(1, 1, 'taken in'), panReading());
      await store.addLocalScan(local(1, 1, 'another'), panReading());
      expect(await store.localScans(rid(1))).toEqual([local(1, 1, 'taken in')]);
      expect(await store.scan(hashOf('taken in'))).toMatchObject({ state: 'ready', requestIds: [rid(1)] });
      const noted = (await store.audit(0, 100)).filter(({ action }) => action === 'scan-taken-in');
      expect(noted).toMatchObject([{ actor, subject: rid(1), detail: { kind: 'pan', source: 'picker' } }]);
    });

    it('leave the disk when they are taken back, unless something else stands for them', async () => {
      await store.addLocalScan(local(1, 1, 'taken in'), panReading());
      await store.addLocalScan(local(2, 2, 'taken in'), panReading());
      const first = await store.removeLocalScan(local(1, 1, 'taken in').id, actor, later);
      expect(first.unmasked).toBeUndefined();
      const colleague = officerId.parse('officer-2');
      const second = await store.removeLocalScan(local(2, 2, 'taken in').id, colleague, later);
      expect(second.unmasked).toEqual([hashOf('taken in')]);
      expect(await store.localScans(rid(2))).toEqual([]);
      expect(await store.scan(hashOf('taken in'))).toBeNull();
      expect(await store.reading(hashOf('taken in'))).toBeNull();
      const noted = (await store.audit(0, 100)).filter(({ action }) => action === 'scan-taken-back');
      expect(noted.map((row) => row.actor)).toEqual([actor, colleague]);
      const again = await store.removeLocalScan(local(2, 2, 'taken in').id, actor, later);
      expect(again.rows).toEqual([]);
    });

    it('are refused where a number can still be read, or the request is not there', async () => {
      const masking = { regions: [], residue: 2, wantsHand: false };
      const shown = panReading({}, { masking });
      await expect(store.addLocalScan(local(1, 1, 'x'), shown)).rejects.toMatchObject({ kind: 'failed' });
      await expect(store.addLocalScan(local(1, 9, 'x'), panReading())).rejects.toMatchObject({
        kind: 'failed',
      });
      await pull(store, requestLine(3, { documents: [withScan('raw', false)] }));
      await expect(store.addLocalScan(local(1, 1, 'raw'), panReading())).rejects.toMatchObject({
        kind: 'failed',
      });
      expect(await store.localScans(rid(1))).toEqual([]);
    });
  });

  describe('the same elsewhere', () => {
    it('finds a scan within a few bits, and not one further off', async () => {
      await ready(1, 'one');
      await ready(2, 'near');
      await ready(3, 'far');
      await store.saveReading(
        hashOf('one'),
        aadhaarReading({ dob: null }, { code: null, ...marked('00000000000000ff') }),
        at,
      );
      await store.saveReading(hashOf('near'), panReading({ dob: null }, marked('80000000000000fe')), at);
      await store.saveReading(hashOf('far'), panReading({ dob: null }, marked('ffffffffffffffff')), at);
      expect(await store.sameElsewhere(rid(1))).toMatchObject([
        { what: 'scan', documentId: 'd-one', requestId: rid(2), requestNo: 'MR/2026/000001', distance: 2 },
      ]);
    });

    it('finds the same bytes, the same photo and the same person', async () => {
      await ready(1, 'one');
      await ready(2, 'one');
      await ready(3, 'photo');
      await ready(4, 'person');
      const faces = 'fedcba9876543210';
      await store.saveReading(hashOf('one'), aadhaarReading({}, marked('0000000000000000', faces)), at);
      const photo = panReading({ name: 'Mohan Choudhary' }, marked('ffffffffffffffff', faces));
      await store.saveReading(hashOf('photo'), photo, at);
      const person = panReading({ name: 'SEETA DEVI' }, marked('ffffffff00000000'));
      await store.saveReading(hashOf('person'), person, at);
      const found = (await store.sameElsewhere(rid(1))).map(({ what, requestId }) => `${what} ${requestId}`);
      expect(found.sort()).toEqual([
        'identity req-2',
        'identity req-4',
        'photo req-2',
        'photo req-3',
        'scan req-2',
      ]);
    });

    it('does not take two forms of one print for one scan', async () => {
      await ready(1, 'form');
      await ready(2, 'other form');
      const unknown = { name: null, nameHindi: null };
      await store.saveReading(hashOf('form'), formReading(unknown, marked('00000000000000ff')), at);
      await store.saveReading(hashOf('other form'), formReading(unknown, marked('00000000000000f0')), at);
      expect(await store.sameElsewhere(rid(1))).toEqual([]);
    });

    it('does not take pages that look alike for one scan where they name different people', async () => {
      await ready(1, 'one');
      await ready(2, 'other');
      await ready(3, 'nameless');
      await ready(4, 'same');
      const other = { name: 'Mohan Choudhary', dob: null };
      await store.saveReading(hashOf('one'), panReading({}, marked('00000000000000ff')), at);
      await store.saveReading(hashOf('other'), panReading(other, marked('00000000000000ff')), at);
      const nameless = panReading({ name: null }, marked('00000000000000ff'));
      await store.saveReading(hashOf('nameless'), nameless, at);
      await store.saveReading(hashOf('same'), panReading({ dob: null }, marked('00000000000000fe')), at);
      expect(await store.sameElsewhere(rid(1))).toMatchObject([
        { what: 'scan', requestId: rid(4), distance: 1, isCertain: true },
        { what: 'scan', requestId: rid(3), distance: 0, isCertain: false },
      ]);
    });

    it('forgets what was read anew, and what left the district', async () => {
      await ready(1, 'one');
      await ready(2, 'two');
      const plain = { name: null, nameHindi: null };
      const read = (bits: string) => panReading(plain, marked(bits));
      await store.saveReading(hashOf('one'), read('00000000000000ff'), at);
      await store.saveReading(hashOf('two'), read('00000000000000ff'), at);
      expect(await store.sameElsewhere(rid(1))).toHaveLength(1);
      await store.saveReading(hashOf('two'), read('ffffffffffffff00'), at);
      expect(await store.sameElsewhere(rid(1))).toEqual([]);
      await store.saveReading(hashOf('two'), read('00000000000000fe'), at);
      expect(await store.sameElsewhere(rid(1))).toHaveLength(1);
      await pull(store, { ...requestLine(2, { version: 2 }), removed: true });
      expect(await store.sameElsewhere(rid(1))).toEqual([]);
    });
  });

  it('keeps trust updates in their order, each once, and notes them', async () => {
    await store.saveTrustUpdate(2, Buffer.from('second'), actor, at);
    await store.saveTrustUpdate(1, Buffer.from('first'), actor, at);
    await store.saveTrustUpdate(2, Buffer.from('forged'), actor, later);
    const kept = await store.trustUpdates();
    expect(kept.map(({ sequence, bytes }) => [sequence, Buffer.from(bytes).toString()])).toEqual([
      [1, 'first'],
      [2, 'second'],
    ]);
    const noted = (await store.audit(0, 100)).filter(({ action }) => action === 'trust-update-kept');
    expect(noted.map(({ subject }) => subject)).toEqual(['2', '1']);
  });
}
