import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/domain/decision.ts';
import { blobHash } from '../../shared/domain/ids.ts';
import { firstBrokenRow } from '../../electron/storage/audit-chain.ts';
import type { Store } from '../../electron/storage/store.ts';
import { readStateHolidays } from '../support/samples/read-holidays.ts';
import { sampleFigures } from '../support/samples/sample-master.ts';
import { sampleRequest } from '../support/samples/sample-request.ts';
import { storeClaims } from './store-claims.ts';
import { storeConflicts } from './store-conflicts.ts';
import { storeSignOff } from './store-sign-off.ts';
import { storeOutgoing } from './store-outgoing.ts';
import { storeStates } from './store-states.ts';
import { decisionAcceptance } from './decision-acceptance.ts';
import { archiveAcceptance } from './store-archive.ts';
import { documentAcceptance } from './store-documents.ts';
import { leaveAcceptance } from './store-leave.ts';
import { itemAcceptance } from './store-items.ts';
import { officeAcceptance } from './store-office.ts';
import { orderAcceptance } from './store-orders.ts';
import { reportAcceptance } from './store-report.ts';
import { transferAcceptance } from './store-transfers.ts';
import { waitAcceptance } from './store-waits.ts';
import {
  at,
  contentOf,
  decide,
  did,
  identity,
  later,
  pull,
  recorded,
  requestLine,
  rid,
  sendDecision,
  today,
} from './store-fixture.ts';

export interface OpenedStore {
  store: Store;
  dispose(): Promise<void>;
}

const draft: Draft = {
  outcome: 'hold',
  reasonCodes: ['H01'],
  remarks: 'नमूना: अधूरी जाँच',
  overrides: [],
  checklist: [],
  verdicts: [],
  pins: [],
};

/** What every store must do, whatever it stands on. */
export function storeAcceptance(name: string, open: () => Promise<OpenedStore>): void {
  describe(`store: ${name}`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(async () => opened.dispose());

    const rowOf = async (n: number) => (await store.request(rid(n)))?.row;

    describe('changes', () => {
      it('applies a page and moves the cursor', async () => {
        const applied = await pull(store, requestLine(1), requestLine(2));
        expect(applied.rows.map((row) => row.id)).toEqual([rid(1), rid(2)]);
        expect(await store.cursor()).toBe('c-2-1');
        expect((await store.slimRows(null, 10)).rows).toEqual(applied.rows);
        expect(await store.identity()).toEqual(identity);
      });

      it('moves the cursor over an empty page', async () => {
        await store.applyChanges([], 'c-9', at, today);
        expect(await store.cursor()).toBe('c-9');
      });

      it('pages through the working set in the order of ids', async () => {
        await pull(store, ...[3, 1, 2].map((n) => requestLine(n)));
        const first = await store.slimRows(null, 2);
        expect(first).toMatchObject({ next: rid(2), total: 3 });
        const second = await store.slimRows(first.next, 2);
        expect(second.rows.map((row) => row.id)).toEqual([rid(3)]);
        expect(second.next).toBeNull();
      });

      it('changes nothing when a line comes again, or an older one', async () => {
        await pull(store, requestLine(1, { version: 3 }));
        expect((await pull(store, requestLine(1, { version: 3 }))).rows).toEqual([]);
        const older = requestLine(1, { version: 2, status: 'rejected' });
        expect((await pull(store, older)).rows).toEqual([]);
        expect((await rowOf(1))?.status).toBe('pending');
      });

      it('gives each change of a row a higher revision', async () => {
        await pull(store, requestLine(1), requestLine(2));
        const before = (await rowOf(1))?.revision ?? 0;
        await pull(store, requestLine(1, { version: 2 }));
        expect((await rowOf(1))?.revision).toBeGreaterThan(before);
      });

      it('carries an unknown kind raw and names it', async () => {
        const line = { cursor: 'c-1', kind: 'kiosk-map', id: 'x', version: 1, body: { future: true } };
        await pull(store, line, requestLine(2));
        expect(await store.setAside()).toEqual([{ kind: 'kiosk-map', id: 'x', why: 'unknown-kind', at }]);
        expect(await rowOf(2)).toBeDefined();
        expect((await store.counts(at)).setAside).toBe(1);
      });

      it('sets an invalid item aside without stopping the rest, and forgets it when a good one comes', async () => {
        const bad = { ...requestLine(1), body: { ...sampleRequest({ id: rid(1) }), kioskCode: 'nonsense' } };
        await pull(store, bad, requestLine(2));
        expect(await store.setAside()).toEqual([{ kind: 'request', id: 'req-1', why: 'invalid', at }]);
        expect(await store.request(rid(1))).toBeNull();
        expect(await rowOf(2)).toBeDefined();
        await pull(store, requestLine(1, { version: 2 }));
        expect(await store.setAside()).toEqual([]);
      });

      it('sets a request aside that says it is another one', async () => {
        await pull(store, { ...requestLine(1), body: sampleRequest({ id: rid(2) }) });
        expect((await store.setAside())[0]?.why).toBe('invalid');
        expect(await store.request(rid(2))).toBeNull();
      });

      it('takes a request out that the server took back, and does not bring it back for an older version', async () => {
        await pull(store, requestLine(1));
        const gone = { cursor: 'c-2', kind: 'request', id: 'req-1', version: 2, removed: true, body: null };
        expect((await pull(store, gone)).removed).toEqual([rid(1)]);
        await pull(store, requestLine(1, { version: 2 }));
        expect(await store.request(rid(1))).toBeNull();
        expect((await pull(store, requestLine(1, { version: 3 }))).rows).toHaveLength(1);
      });

      it('remembers the removal of a request that it never had', async () => {
        await pull(store, {
          cursor: 'c',
          kind: 'request',
          id: 'req-1',
          version: 5,
          removed: true,
          body: null,
        });
        expect((await pull(store, requestLine(1, { version: 4 }))).rows).toEqual([]);
      });

      it('keeps master data and says that it changed', async () => {
        const figures = sampleFigures();
        const line = { cursor: 'c', kind: 'lsp-figures', id: 'lsp-02|jaipur', version: 1, body: figures };
        expect((await pull(store, line)).masterChanged).toBe(true);
        expect((await store.master()).figures).toEqual([figures]);
        expect((await pull(store, line)).masterChanged).toBe(false);
        const gone = { ...line, version: 2, removed: true, body: null };
        expect((await pull(store, gone)).masterChanged).toBe(true);
        expect((await store.master()).figures).toEqual([]);
      });

      it('keeps no Aadhaar number out of a text, and counts how many it masked', async () => {
        const reason = 'नमूना: आधार 9999 4105 7058';
        await pull(
          store,
          requestLine(1, { reason, fee: { amount: 1, reference: '999941057058', paidOn: '2026-10-01' } }),
          { cursor: 'c-2', kind: 'kiosk-map', id: 'x', version: 1, body: { notes: [{ text: reason }] } },
          { ...requestLine(3), body: { reason } },
        );
        const stored = await store.request(rid(1));
        expect(stored?.request.reason).toBe('नमूना: आधार XXXX XXXX 7058');
        expect(stored?.request.fee?.reference).toBe('999941057058');
        const detail = (await store.audit(0, 100)).at(-1)?.detail;
        expect(detail).toEqual({ items: 3, setAside: 2, masked: 3 });
      });

      it('counts due dates again when holidays come', async () => {
        await pull(store, requestLine(1));
        expect((await rowOf(1))?.unknownYears).toEqual([2026]);
        const lines = readStateHolidays().map((body) => {
          return { cursor: 'h', kind: 'holiday-list', id: String(body.year), version: 1, body };
        });
        const applied = await pull(store, ...lines);
        expect(applied.rows.map((row) => row.id)).toEqual([rid(1)]);
        expect(await rowOf(1)).toMatchObject({ day7On: '2026-10-13', dueOn: '2026-10-27', unknownYears: [] });
      });
    });

    describe('the working set', () => {
      it('lets go of what was decided 30 days ago, and keeps it in the archive', async () => {
        const updatedAt = '2026-10-01T06:00:00.000Z';
        await pull(store, requestLine(1, { status: 'approved', updatedAt }), requestLine(2, { updatedAt }));
        expect((await store.slimRows(null, 10)).total).toBe(2);
        expect((await store.newDay('2026-10-31')).removed).toEqual([]);
        expect((await store.newDay('2026-11-01')).removed).toEqual([rid(1)]);
        expect((await store.slimRows(null, 10)).rows.map((row) => row.id)).toEqual([rid(2)]);
        expect(await store.request(rid(1))).not.toBeNull();
      });

      it('comes back when the clock that ran ahead is put right', async () => {
        await pull(store, requestLine(1, { status: 'approved' }));
        await store.newDay('2036-10-05');
        expect((await store.newDay(today)).rows.map((row) => row.id)).toEqual([rid(1)]);
      });

      it('moves the dates of a paused request with the day', async () => {
        const pauses = [{ from: '2026-10-02', to: null, why: 'returned' as const }];
        await pull(store, requestLine(1, { status: 'returned', pauses }));
        const before = await rowOf(1);
        expect(before?.paused).toBe(true);
        expect((await store.newDay('2026-10-20')).rows).toHaveLength(1);
        expect((await rowOf(1))?.dueOn).not.toBe(before?.dueOn);
      });
    });

    describe('drafts', () => {
      it('keeps the last one and shows that there is one', async () => {
        await pull(store, requestLine(1));
        expect((await store.saveDraft(rid(1), draft, at)).rows[0]?.hasDraft).toBe(true);
        await store.saveDraft(rid(1), { ...draft, remarks: 'दूसरी' }, at);
        expect((await store.request(rid(1)))?.draft?.remarks).toBe('दूसरी');
      });

      it('is gone once decided, and a late save does not bring it back', async () => {
        await pull(store, requestLine(1));
        await store.saveDraft(rid(1), draft, at);
        await store.recordDecision(decide(1, 1));
        await store.saveDraft(rid(1), draft, at);
        expect((await store.request(rid(1)))?.draft).toBeNull();
      });
    });

    decisionAcceptance(() => store);
    storeSignOff(() => store);
    storeOutgoing(() => store);
    storeStates(() => store);
    storeConflicts(() => store);
    storeClaims(() => store);
    leaveAcceptance(() => store);
    archiveAcceptance(() => store);
    transferAcceptance(() => store);
    officeAcceptance(() => store);
    orderAcceptance(() => store);
    reportAcceptance(() => store);
    documentAcceptance(() => store);
    itemAcceptance(() => store);
    waitAcceptance(() => store);

    describe('scans', () => {
      const hashOf = (text: string) => blobHash.parse(createHash('sha256').update(text).digest('hex'));
      const documentWith = (text: string, masked = true) => ({
        id: text,
        kind: 'application' as const,
        need: 'needed' as const,
        scan: { hash: hashOf(text), size: 100, mime: 'image/jpeg' as const, pages: 1, masked },
      });

      it('wants masked scans of open requests, the nearest due date first', async () => {
        await pull(
          store,
          requestLine(1, { receivedOn: '2026-10-02', documents: [documentWith('later')] }),
          requestLine(2, { receivedOn: '2026-09-02', documents: [documentWith('sooner')] }),
          requestLine(3, { status: 'approved', documents: [documentWith('closed')] }),
          requestLine(4, { documents: [documentWith('raw', false)] }),
        );
        const wanted = await store.wantedScans(at, 10);
        expect(wanted.map((scan) => scan.hash)).toEqual([hashOf('sooner'), hashOf('later')]);
        expect((await store.counts(at)).scansMissing).toBe(2);
        const arrived = await store.scanArrived(hashOf('sooner'), at);
        expect(arrived.rows.map((row) => row.id)).toEqual([rid(2)]);
        expect(await store.scan(hashOf('sooner'))).toMatchObject({ state: 'ready', requestIds: [rid(2)] });
        expect((await store.counts(at)).scansMissing).toBe(1);
      });

      it('waits before the next try, gives up by name, and begins anew when asked', async () => {
        const hash = hashOf('scan');
        await pull(store, requestLine(1, { documents: [documentWith('scan')] }));
        await store.scanFailed(hash, 'no-link', at, later);
        expect(await store.wantedScans(at, 10)).toEqual([]);
        expect((await store.wantedScans(later, 10))[0]?.attempts).toBe(1);
        await store.scanFailed(hash, 'not-an-image', later, null);
        expect(await store.counts(at)).toMatchObject({ parked: 1, scansMissing: 1, setAside: 0 });
        expect((await store.scan(hash))?.state).toBe('failed');
        await store.scanWanted(hash);
        expect((await store.wantedScans(at, 10))[0]?.attempts).toBe(0);
        expect(await store.counts(at)).toMatchObject({ parked: 0, scansMissing: 1 });
      });

      it('wants one again that was here and is lost, and notes it once', async () => {
        const hash = hashOf('scan');
        await pull(store, requestLine(1, { documents: [documentWith('scan')] }));
        expect((await store.scanLost(hash, at)).rows).toEqual([]);
        await store.scanArrived(hash, at);
        expect((await store.counts(at)).scansMissing).toBe(0);
        await store.scanWanted(hash);
        expect((await store.scan(hash))?.state).toBe('ready');
        expect((await store.scanLost(hash, later)).rows.map((row) => row.id)).toEqual([rid(1)]);
        await store.scanLost(hash, later);
        expect((await store.counts(at)).scansMissing).toBe(1);
        expect((await store.wantedScans(at, 10)).map((scan) => scan.hash)).toEqual([hash]);
        const noted = (await store.audit(0, 100)).filter((row) => row.action === 'scan-lost');
        expect(noted).toMatchObject([{ at: later, actor: null, subject: hash }]);
      });

      it('never takes for masked what any request called unmasked', async () => {
        const hash = hashOf('scan');
        await pull(store, requestLine(1, { documents: [documentWith('scan')] }));
        await store.scanArrived(hash, at);
        const told = await pull(store, requestLine(2, { documents: [documentWith('scan', false)] }));
        expect(told.unmasked).toEqual([hash]);
        expect(told.rows.map((row) => row.id)).toEqual(expect.arrayContaining([rid(1), rid(2)]));
        await pull(store, requestLine(3, { documents: [documentWith('scan')] }));
        await pull(store, requestLine(2, { version: 2, documents: [documentWith('scan')] }));
        await store.scanWanted(hash);
        expect((await store.scanArrived(hash, later)).unmasked).toEqual([hash]);
        await store.scanFailed(hash, 'no-link', later, later);
        await store.scanLost(hash, later);
        expect(await store.scan(hash)).toMatchObject({ state: 'unmasked', masked: false });
        expect(await store.wantedScans(later, 10)).toEqual([]);
        expect(await store.unmaskedScans()).toEqual([hash]);
        expect(await store.counts(later)).toMatchObject({ scansMissing: 0 });
      });
    });

    it('keeps settings, and notes those that changed and who changed them', async () => {
      const actor = identity.officer.id;
      expect(await store.setting('graceMinutes')).toBeNull();
      await store.writeSettings({ graceMinutes: 10, syncMinutes: 15 }, actor, at);
      await store.writeSettings({ graceMinutes: 0, syncMinutes: 15 }, actor, later);
      await store.writeSettings({ graceMinutes: 0 }, actor, later);
      expect(await store.setting('graceMinutes')).toBe(0);
      expect(await store.setting('syncMinutes')).toBe(15);
      const noted = (await store.audit(0, 100)).filter((row) => row.action === 'settings-changed');
      expect(noted.map((row) => [row.actor, row.detail])).toEqual([
        [actor, { graceMinutes: 10, syncMinutes: 15 }],
        [actor, { graceMinutes: 0 }],
      ]);
    });

    it('keeps when the server last answered, without a row in the audit', async () => {
      expect(await store.lastContact()).toBeNull();
      const rows = (await store.audit(0, 100)).length;
      await store.noteContact(at);
      await store.noteContact(later);
      expect(await store.lastContact()).toBe(later);
      expect(await store.audit(0, 100)).toHaveLength(rows);
    });

    it('remembers the courier, from nothing on', async () => {
      const none = {
        ...{ outSequence: 0, inSequence: 0, toldCursors: [] },
        ...{ writtenAt: null, readAt: null, newestMadeAt: null },
      };
      expect(await store.courierMemory()).toEqual(none);
      const memory = {
        outSequence: 2,
        inSequence: 1,
        toldCursors: ['c-1', 'c-2'],
        writtenAt: at,
        readAt: later,
        newestMadeAt: at,
      };
      await store.keepCourierMemory(memory);
      expect(await store.limitFacts()).toMatchObject({ courierMadeAt: at });
      expect(await store.courierMemory()).toEqual(memory);
    });

    it('chains the audit, and shows what was changed in it or taken out', async () => {
      await pull(store, requestLine(1));
      await sendDecision(store, decide(1, 1));
      const entry = { at, actor: null, action: 'sample', subject: null, detail: { n: 1 } };
      await store.noteAudit(entry);
      const rows = await store.audit(0, 100);
      const actions = rows.map((row) => row.action);
      expect(actions).toEqual(expect.arrayContaining(['enrolled', 'decision-recorded', 'decision-sealed']));
      expect(firstBrokenRow(rows)).toBeNull();
      const changed = rows.map((row) => (row.sequence === 2 ? { ...row, detail: { items: 99 } } : row));
      expect(firstBrokenRow(changed)).toBe(2);
      expect(firstBrokenRow(rows.filter((row) => row.sequence !== 3))).toBe(4);
      expect(JSON.stringify(rows)).not.toContain('नमूना');
    });

    it('takes nothing from a write that failed, and goes on', async () => {
      await pull(store, requestLine(1));
      const foreign = { ...recorded(contentOf(1, 1)), id: did(2) };
      await expect(store.recordDecision(foreign)).rejects.toMatchObject({ kind: 'failed' });
      expect(await store.outbox()).toEqual([]);
      expect((await store.recordDecision(decide(3, 1))).ok).toBe(true);
    });

    it('is closed by name', async () => {
      await store.close();
      await expect(store.cursor()).rejects.toMatchObject({ kind: 'closed' });
      await store.close();
    });
  });
}
