import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../electron/storage/store.ts';
import { bilingualName, later, pull, requestLine, rid, today } from './store-fixture.ts';

const sita = bilingualName('नमूना सीता देवी', 'Sample Sita Devi');
const rameshwar = bilingualName('नमूना रामेश्वर गुर्जर', 'Sample Rameshwar Gurjar');
const zakir = bilingualName('नमूना ज़ाकिर', 'Sample Zakir');
const person = (name: typeof sita, mobileLast4: string) => ({ name, mobileLast4 });
const centre = bilingualName('नमूना कियोस्क', 'Sample Kiosk');

/** What is typed, which request it finds, and by what. */
const findable = [
  ['K11034638', 1, 'kiosk-code'],
  ['के11034638', 1, 'kiosk-code'],
  ['के 110346', 1, 'kiosk-code'],
  ['k 11034638', 1, 'kiosk-code'],
  ['k-1103', 1, 'kiosk-code'],
  ['११०३४६३८', 1, 'kiosk-code'],
  ['034638', 1, 'kiosk-code'],
  ['D97K0003', 2, 'kiosk-code'],
  ['d97 k 00', 2, 'kiosk-code'],
  ['97k0003', 2, 'kiosk-code'],
  ['K110999888', 2, 'new-kiosk-code'],
  ['MR/2026/000771', 1, 'request-no'],
  ['mr2026000771', 1, 'request-no'],
  ['000772', 2, 'request-no'],
  ['2026 000771', 1, 'request-no'],
  ['0417', 1, 'mobile'],
  ['417', 1, 'mobile'],
  ['98290 00417', 1, 'mobile'],
  ['+91 98290 00417', 1, 'mobile'],
  ['रामेश्वर', 2, 'name'],
  ['rameshwar', 2, 'name'],
  ['rames', 2, 'name'],
  ['ramesvar gujar', 2, 'name'],
  ['रामेसवर', 2, 'name'],
  ['श्वर', 2, 'name'],
  ['eshwar', 2, 'name'],
  ['जाकिर', 2, 'name'],
  ['ज़ाकिर', 2, 'name'],
  ['jakir', 2, 'name'],
] as const;

const hostile = [
  '"',
  '""',
  "'; DROP TABLE archive; --",
  '*',
  'sita*',
  '^sita',
  'NEAR(',
  'NEAR(a b, 2)',
  'a AND',
  'OR OR OR',
  'NOT sita',
  'words:sita',
  '{words}: a',
  '-sita',
  '+',
  '\u0000',
  'si\u0000ta',
  '   ',
  '',
  '😀',
  '👨‍👩‍👧 sita',
  '\uD800',
  'x'.repeat(200),
  'क्ष'.repeat(70),
  'a '.repeat(100),
  '1 '.repeat(100),
  '़',
  'ा',
  '\u{10D4A}',
  'İSTANBUL',
  'ﷺ',
  '9'.repeat(200),
];

const twoMobiles = {
  kioskCode: 'K11077001',
  requestNo: 'MR/2026/000774',
  applicant: person(rameshwar, '5520'),
};

/** The part of the acceptance suite about the search over every request that was ever received. */
export function archiveAcceptance(current: () => Store): void {
  describe('the archive', () => {
    let store: Store;
    const found = async (text: string) => (await store.searchArchive(text, 20)).hits.map(({ id }) => id);
    const matched = async (text: string) => (await store.searchArchive(text, 20)).hits[0]?.matched;

    beforeEach(async () => {
      store = current();
      await pull(
        store,
        requestLine(1, {
          kioskCode: 'K11034638',
          requestNo: 'MR/2026/000771',
          applicant: person(sita, '0417'),
          registeredOperator: person(sita, '0417'),
          centreName: centre,
          receivedOn: '2026-09-01',
        }),
        requestLine(2, {
          kioskCode: 'D97K0003',
          newKioskCode: 'K110999888',
          requestNo: 'MR/2026/000772',
          applicant: person(rameshwar, '5520'),
          registeredOperator: person(zakir, '5520'),
          centreName: centre,
          receivedOn: '2026-09-02',
        }),
        requestLine(3, {
          kioskCode: 'K116209807',
          requestNo: 'MR/2025/000003',
          applicant: person(sita, '9301'),
          registeredOperator: person(sita, '9301'),
          centreName: centre,
          status: 'transferred',
          receivedOn: '2025-03-03',
          updatedAt: '2025-04-03T06:00:00.000Z',
        }),
      );
    });

    // One vault for all texts: to open one for each would take minutes where it is behind its thread.
    it('finds by codes in any form, numbers, mobiles and names in either script', async () => {
      for (const [text, n, what] of findable) {
        expect((await found(text))[0], text).toBe(rid(n));
        expect(await matched(text), text).toBe(what);
      }
    });

    it('names the registered operator where somebody else applied, and says when it was found by that mobile', async () => {
      const hitOf = async (text: string) => (await store.searchArchive(text, 1)).hits[0];
      expect((await hitOf('zakir'))?.registered).toEqual(person(zakir, '5520'));
      expect((await hitOf('K11034638'))?.registered).toBeUndefined();
      await pull(store, requestLine(4, { ...twoMobiles, registeredOperator: person(zakir, '7766') }));
      expect(await hitOf('7766')).toMatchObject({ id: rid(4), matched: 'mobile' });
    });

    it('shows a request as its newest version says, also where none of its words changed', async () => {
      const [before] = (await store.searchArchive('D97K0003', 5)).hits;
      expect(before).toMatchObject({ status: 'pending', targetLspId: 'lsp-02' });
      const shown = await store.request(rid(2));
      const later = { ...shown?.request, version: 2, status: 'on-hold', targetLspId: 'lsp-07' };
      await pull(store, { ...requestLine(2), version: 2, body: later });
      const { hits } = await store.searchArchive('D97K0003', 5);
      expect(hits).toEqual([{ ...before, status: 'on-hold', targetLspId: 'lsp-07' }]);
    });

    it('finds several, the newest first, those outside the working set too', async () => {
      for (const text of ['स', 's', 'सी', 'si', 'seeta dewi', 'SITA', 'देवी सीता', 'k1']) {
        const ids = await found(text);
        expect(
          ids.filter((id) => id !== rid(2)),
          text,
        ).toEqual([rid(1), rid(3)]);
      }
      expect((await store.slimRows(null, 10)).total).toBe(2);
    });

    it('narrows by each word', async () => {
      expect(await found('सीता')).toEqual([rid(1), rid(3)]);
      expect(await found('सीता 9301')).toEqual([rid(3)]);
      expect(await found('sita k1162')).toEqual([rid(3)]);
      expect(await found('सीता रामेश्वर')).toEqual([]);
    });

    it('gives what is exactly so first, then beginnings, then fragments; the newest first within each', async () => {
      const named = (n: number, en: string, receivedOn: string) =>
        requestLine(n, { centreName: bilingualName('', `Sample ${en}`), receivedOn });
      await pull(
        store,
        named(11, 'Banmali', '2026-09-03'),
        named(12, 'Malini', '2026-01-05'),
        named(13, 'Malini', '2026-02-05'),
        named(14, 'Mali', '2025-01-06'),
      );
      expect(await found('mali')).toEqual([rid(14), rid(13), rid(12), rid(11)]);
    });

    it('says when there is more', async () => {
      expect(await store.searchArchive('sample', 2)).toMatchObject({ more: true, hits: { length: 2 } });
      expect(await store.searchArchive('sample', 3)).toMatchObject({ more: false, hits: { length: 3 } });
    });

    it('shows the newest version, and no longer what it was called before', async () => {
      const changed = { version: 2, applicant: person(rameshwar, '5555'), status: 'approved' as const };
      await pull(store, requestLine(1, { ...changed, registeredOperator: person(rameshwar, '5555') }));
      expect(await found('सीता')).toEqual([rid(3)]);
      expect((await store.searchArchive('5555', 5)).hits).toMatchObject([{ id: rid(1), status: 'approved' }]);
      await pull(
        store,
        requestLine(3, { version: 2, receivedOn: '2026-09-30', applicant: person(sita, '1') }),
      );
      expect((await store.searchArchive('sample', 5)).hits).toHaveLength(3);
    });

    it('does not find what left the district, and finds it again when it came back', async () => {
      const line = { cursor: 'c', kind: 'request', id: 'req-1', version: 2, removed: true, body: null };
      await pull(store, line);
      expect(await found('K11034638')).toEqual([]);
      expect(await found('0417')).toEqual([]);
      await pull(store, requestLine(1, { version: 3, kioskCode: 'K11034638' }));
      expect(await found('K11034638')).toEqual([rid(1)]);
    });

    it('takes nothing of a page that failed', async () => {
      const line = { ...requestLine(8, { kioskCode: 'K11888888' }), version: 1.5 };
      await expect(store.applyChanges([line, null as never], 'c', later, today)).rejects.toMatchObject({
        kind: 'failed',
      });
      expect(await found('K11888888')).toEqual([]);
      await pull(store, requestLine(8, { kioskCode: 'K11888888' }));
      expect(await found('K11888888')).toEqual([rid(8)]);
    });

    it('is not shaken by what is no name', async () => {
      for (const text of hostile) {
        expect((await store.searchArchive(text, 20)).hits.length, text).toBeLessThanOrEqual(20);
      }
    });

    it('finds nothing in a text without a letter or digit', async () => {
      for (const text of ['', '   ', '"*"', '😀', '़']) {
        expect(await store.searchArchive(text, 20)).toEqual({ hits: [], more: false });
      }
    });
  });
}
