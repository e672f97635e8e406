import { beforeEach, describe, expect, it } from 'vitest';
import type { MigrationRequest } from '../../shared/domain/request.ts';
import type { Store } from '../../electron/storage/store.ts';
import { sampleWindow } from '../support/samples/sample-master.ts';
import {
  accepted,
  at,
  contentOf,
  decide,
  did,
  identity,
  later,
  pull,
  recorded,
  requestLine,
  sendDecision,
} from './store-fixture.ts';

const by = { hi: 'नमूना अधिकारी', en: 'Sample Officer' };

function event(what: MigrationRequest['history'][number]['event'], day: string, note = '') {
  return { at: `${day}T06:00:00.000Z`, event: what, by, note };
}

/** The part of the acceptance suite about reports: what is counted, the arithmetic has its own tests. */
export function reportAcceptance(current: () => Store): void {
  describe('reports', () => {
    let store: Store;
    const october = () => store.report('2026-10-01', '2026-10-31');
    beforeEach(() => {
      store = current();
    });

    it('count what the server tells, reasons too', async () => {
      await pull(
        store,
        requestLine(1),
        requestLine(2, {
          version: 3,
          status: 'rejected',
          history: [
            event('returned', '2026-10-02', 'R01'),
            event('rejected', '2026-10-05', 'R02, R03: नमूना'),
          ],
        }),
        requestLine(3, {
          receivedOn: '2026-09-01',
          status: 'approved',
          history: [event('approved', '2026-09-09')],
        }),
        { cursor: 'w', kind: 'window', id: 'window-1', version: 1, body: sampleWindow },
      );
      const report = await october();
      expect(report).toMatchObject({ received: 2, approved: 0, rejected: 1, returned: 1, held: 0 });
      expect(report.byReason.map(({ code }) => code).sort()).toEqual(['R01', 'R02', 'R03']);
      expect(report.pendency).toMatchObject([{ toDo: 1, waiting: 0 }]);
      expect(report.thisWindow?.windowId).toBe('window-1');
    });

    it('take no remark for a code', async () => {
      const history = [
        event('returned', '2026-10-02', 'R01 नमूना'),
        event('held', '2026-10-03', 'नमूना R02: x'),
      ];
      await pull(store, requestLine(1, { version: 2, status: 'on-hold', history }));
      expect((await october()).byReason).toEqual([]);
    });

    it('count a decision of this desk from its recording on, once, whatever comes of it', async () => {
      await pull(store, requestLine(1), requestLine(2));
      await store.recordDecision(recorded(contentOf(1, 1, { outcome: 'return', reasonCodes: ['R01'] })));
      const told = { received: 2, returned: 1, pendency: [{ toDo: 1, waiting: 1 }] };
      expect(await october()).toMatchObject({ ...told, byReason: [{ code: 'R01', count: 1 }] });
      await store.undoDecision(did(1), at, identity.officer.id);
      expect(await october()).toMatchObject({ returned: 0, pendency: [{ toDo: 2, waiting: 0 }] });

      const approval = decide(2, 2);
      await sendDecision(store, approval);
      expect(await october()).toMatchObject({ approved: 1, pendency: [{ toDo: 1 }] });
      await store.applyAnswers([accepted(approval)], later, '2026-10-05');
      expect(await october()).toMatchObject({ approved: 1, pendency: [{ toDo: 1 }] });
      const history = [event('approved', '2026-10-05')];
      await pull(store, requestLine(2, { version: 2, status: 'approved', history }));
      expect(await october()).toMatchObject({ approved: 1, pendency: [{ toDo: 1 }] });
    });

    it('count a decision once whose request came back before its receipt', async () => {
      await pull(store, requestLine(1));
      await sendDecision(store, decide(1, 1));
      const history = [event('approved', '2026-10-05')];
      await pull(store, requestLine(1, { version: 2, status: 'approved', history }));
      expect(await october()).toMatchObject({ approved: 1, pendency: [] });
    });

    it('do not count what left the district', async () => {
      await pull(store, requestLine(1), requestLine(2));
      await pull(store, { cursor: 'c', kind: 'request', id: 'req-1', version: 2, removed: true, body: null });
      expect((await october()).received).toBe(1);
    });

    it('say as of when the server was heard', async () => {
      expect((await october()).asOf).toBeNull();
      await store.noteContact('2026-10-05T20:00:00.000Z');
      expect(await october()).toMatchObject({ asOf: '2026-10-06', today: '2026-10-05' });
    });
  });
}
