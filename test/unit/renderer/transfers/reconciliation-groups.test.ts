import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconciliationItem, type ReconciliationLine } from '../../../../shared/domain/transfer/transfer.ts';
import {
  differencesOnly,
  groupsOf,
  isEmpty,
  type ReconciliationGroups,
} from '../../../../renderer/features/transfers/reconciliation-groups.ts';

const others = reconciliationItem.options.filter((item) => item !== 'service' && item !== 'service-total');

const verdict = fc.constantFrom('same', 'expected', 'differs' as const);
const service = fc
  .record({
    service: fc.constantFrom('क', 'ख', 'ग', ''),
    month: fc.constantFrom('2026-05', '2026-06', '2026-07'),
    before: fc.nat(500),
    after: fc.nat(500),
  })
  .map((line): ReconciliationLine => {
    const difference = line.after - line.before;
    const isSame = difference === 0;
    return { item: 'service', unit: 'count', ...line, difference, verdict: isSame ? 'same' : 'differs' };
  });
const other = fc.record({ item: fc.constantFrom(...others), verdict }).map((line): ReconciliationLine => ({
  ...line,
  service: null,
  month: null,
  unit: 'text',
  before: 'a',
  after: 'b',
  difference: null,
}));
const lines = fc.array(fc.oneof(service, other), { maxLength: 60 });

function flat(groups: ReconciliationGroups): ReconciliationLine[] {
  return [
    ...groups.identity,
    ...(groups.serviceTotal === null ? [] : [groups.serviceTotal]),
    ...groups.services.flatMap(({ months }) => months),
    ...groups.balances,
  ];
}

describe('the groups of a reconciliation', () => {
  it('hold each line exactly once', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const grouped = flat(groupsOf(all));
        expect(grouped).toHaveLength(all.length);
        expect(new Set(grouped)).toEqual(new Set(all));
      }),
    );
  });

  it('sum each service as its months say', () => {
    fc.assert(
      fc.property(fc.array(service, { maxLength: 40 }), (all) => {
        for (const group of groupsOf(all).services) {
          const own = all.filter((line) => line.service === group.service);
          expect(group.before).toBe(own.reduce((sum, line) => sum + Number(line.before), 0));
          expect(group.after).toBe(own.reduce((sum, line) => sum + Number(line.after), 0));
          expect(group.difference).toBe(group.after - group.before);
          expect(group.differs).toBe(own.some((line) => line.verdict === 'differs'));
        }
      }),
    );
  });

  it('show every difference under the filter, and nothing else', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const filtered = flat(differencesOnly(groupsOf(all)));
        expect(new Set(filtered)).toEqual(new Set(all.filter((line) => line.verdict === 'differs')));
        expect(isEmpty(differencesOnly(groupsOf(all)))).toBe(filtered.length === 0);
      }),
    );
  });

  it('keep a service whose months differ though their sums agree', () => {
    const months: ReconciliationLine[] = [
      {
        item: 'service',
        service: 'क',
        month: '2026-05',
        unit: 'count',
        before: 4,
        after: 5,
        difference: 1,
        verdict: 'differs',
      },
      {
        item: 'service',
        service: 'क',
        month: '2026-06',
        unit: 'count',
        before: 5,
        after: 4,
        difference: -1,
        verdict: 'differs',
      },
    ];
    const [group] = differencesOnly(groupsOf(months)).services;
    expect(group).toMatchObject({ difference: 0, differs: true });
    expect(group?.months).toHaveLength(2);
  });
});
