import { beforeEach, describe, expect, it } from 'vitest';
import { officerId } from '../../shared/domain/ids.ts';
import { localAdditionId, type LocalAddition, type LocalEntry } from '../../shared/domain/local-addition.ts';
import type { Store } from '../../electron/storage/store.ts';
import { readStateHolidays } from '../support/samples/read-holidays.ts';
import { sampleFigures } from '../support/samples/sample-master.ts';
import { at, identity, later, pull, requestLine, rid, today } from './store-fixture.ts';

const colleague = officerId.parse('officer-2');
const name = { hi: 'नमूना अवकाश', en: 'Sample holiday' };
const kiosk = { hi: 'नमूना कार्यालय', en: 'Sample office' };

function addition(n: number, entry: LocalEntry): LocalAddition {
  const id = localAdditionId.parse(`01997000-0000-7000-a000-${n.toString(16).padStart(12, '0')}`);
  return { id, entry, by: identity.officer.id, byName: identity.officer.name, at };
}

/** The part of the acceptance suite about what an office adds, how current its data is, and what was seen. */
export function officeAcceptance(current: () => Store): void {
  let store: Store;
  beforeEach(() => {
    store = current();
  });
  const added = async () => (await store.additions()).map(({ id }) => id);
  const notes = async () =>
    (await store.audit(0, 1000))
      .filter(({ action }) => action.startsWith('local-'))
      .map(({ actor, action, subject, detail }) => [actor, action, subject, detail]);

  describe('local additions', () => {
    it('are kept with who and when, and noted without their words', async () => {
      const helpline = addition(1, { kind: 'helpline', label: kiosk, number: '0141-0000000' });
      expect(await store.addLocal(helpline)).toMatchObject({ rows: [], masterChanged: true });
      await store.addLocal(helpline);
      expect(await store.additions()).toEqual([helpline]);
      expect((await store.master()).helplines).toEqual([]);
      await store.removeLocal(helpline.id, colleague, later);
      await store.removeLocal(helpline.id, colleague, later);
      await store.addLocal(helpline);
      expect(await store.additions()).toEqual([]);
      expect(await notes()).toEqual([
        [identity.officer.id, 'local-added', helpline.id, { kind: 'helpline' }],
        [colleague, 'local-removed', helpline.id, { kind: 'helpline' }],
      ]);
    });

    it('take the former’s place where one stands', async () => {
      const [first, second] = [1, 2].map((n) => addition(n, { kind: 'signing-title', title: kiosk }));
      const other = addition(3, { kind: 'letterhead', lines: [kiosk] });
      for (const each of [first, other, second]) if (each) await store.addLocal(each);
      expect(await added()).toEqual([other.id, second?.id]);
    });

    it('move the due dates with a local holiday, and back without it', async () => {
      const holidays = readStateHolidays().map((body) => {
        return { cursor: 'h', kind: 'holiday-list', id: String(body.year), version: 1, body };
      });
      await pull(store, requestLine(1), ...holidays);
      const dueOn = async () => (await store.request(rid(1)))?.row.dueOn;
      expect(await dueOn()).toBe('2026-10-27');
      const closed = addition(1, { kind: 'holiday', date: '2026-10-12', name });
      const applied = await store.addLocal(closed);
      expect(applied.rows.map(({ id }) => id)).toEqual([rid(1)]);
      expect(await dueOn()).toBe('2026-10-28');
      const opened = addition(2, { kind: 'working-day', date: '2026-10-20', name });
      await store.addLocal(opened);
      expect(await dueOn()).toBe('2026-10-27');
      await pull(store, requestLine(2));
      expect((await store.request(rid(2)))?.row.dueOn).toBe('2026-10-27');
      await store.removeLocal(opened.id, colleague, later);
      await store.removeLocal(closed.id, colleague, later);
      expect(await dueOn()).toBe('2026-10-27');
      expect((await store.master()).holidays.map(({ year }) => year)).toEqual([2025, 2026]);
    });

    it('are not kept with an Aadhaar number, except where digits mean something else', async () => {
      const bad = { hi: 'आधार 9999 4105 7058', en: '' };
      await expect(
        store.addLocal(addition(1, { kind: 'letterhead', lines: [kiosk, bad] })),
      ).rejects.toMatchObject({ kind: 'failed' });
      await store.addLocal(addition(2, { kind: 'helpline', label: kiosk, number: '999941057058' }));
      expect(await added()).toEqual([addition(2, { kind: 'signing-title', title: kiosk }).id]);
    });
  });

  it('tells how current each kind of master data is', async () => {
    const figures = (id: string, version: number, asOf: string) => {
      return { cursor: 'c', kind: 'lsp-figures', id, version, body: sampleFigures({ asOf }) };
    };
    const stateOf = async () => (await store.masterStates()).find(({ kind }) => kind === 'lsp-figures');
    expect(await stateOf()).toEqual({
      kind: 'lsp-figures',
      count: 0,
      asOf: null,
      receivedAt: null,
      version: null,
    });
    await store.applyChanges([figures('a', 9, '2026-09-30')], 'c-1', at, today);
    await store.applyChanges([figures('b', 2, '2026-09-01')], 'c-2', later, today);
    const expected = {
      kind: 'lsp-figures',
      count: 2,
      asOf: '2026-09-30',
      receivedAt: later,
      version: 2,
    };
    expect(await stateOf()).toEqual(expected);
    await store.applyChanges([figures('a', 9, '2026-10-04')], 'c-3', later, today);
    expect(await stateOf()).toEqual(expected);
  });

  it('names what is here although its newer version could not be read, until one can', async () => {
    const figures = (version: number, changes: object) => {
      const body = { ...sampleFigures(), ...changes };
      return { cursor: 'c', kind: 'lsp-figures', id: 'figures-2', version, body };
    };
    await store.applyChanges([figures(1, {}), figures(2, { workingKiosks: -3 })], 'c-1', at, today);
    const { figures: kept, superseded } = await store.master();
    expect(kept).toEqual([sampleFigures()]);
    expect(superseded).toEqual([{ kind: 'lsp-figures', id: 'figures-2', lspId: sampleFigures().lspId }]);
    await store.applyChanges([figures(3, { workingKiosks: 3 })], 'c-2', later, today);
    expect((await store.master()).superseded).toEqual([]);
  });

  it('remembers which notices each officer has seen', async () => {
    await store.noticesSeen(colleague, ['w-1|opened|2026-10-01', 'w-2|closed|2026-09-01'], at);
    await store.noticesSeen(colleague, ['w-1|opened|2026-10-01'], later);
    expect(await store.seenNotices(colleague)).toEqual(['w-1|opened|2026-10-01', 'w-2|closed|2026-09-01']);
    expect(await store.seenNotices(identity.officer.id)).toEqual([]);
  });

  it('keeps how many days each kind of master data is good for', async () => {
    await store.writeSettings({ staleFiguresDays: 30, staleWindowsDays: 60 }, colleague, at);
    expect(await store.setting('staleFiguresDays')).toBe(30);
    expect(await store.setting('staleWindowsDays')).toBe(60);
    expect(await store.setting('staleRuleSetsDays')).toBeNull();
  });
}
