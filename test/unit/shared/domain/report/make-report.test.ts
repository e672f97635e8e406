import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFor } from '../../../../../shared/domain/calendar.ts';
import { districtId } from '../../../../../shared/domain/ids.ts';
import { makeReport, type ReportContext } from '../../../../../shared/domain/report/make-report.ts';
import type { ReportFact } from '../../../../../shared/domain/report/report-fact.ts';
import { report as reportSchema } from '../../../../../shared/domain/report/report.ts';
import { readStateHolidays } from '../../../../support/samples/read-holidays.ts';
import { sampleWindow } from '../../../../support/samples/sample-master.ts';
import { anyDay, anyFact } from './any-facts.ts';
import { comparable, naiveReport } from './naive-report.ts';

const calendar = calendarFor(readStateHolidays(), districtId.parse('jaipur'));
const firstWindow = { ...sampleWindow, id: 'window-0', from: '2026-07-01', to: '2026-07-31' };
const context: ReportContext = {
  from: '2026-09-01',
  to: '2026-11-30',
  today: '2026-11-20',
  asOf: '2026-11-19',
  windows: [sampleWindow, firstWindow],
  calendar,
};

function sampleFact(changes: Partial<ReportFact> = {}): ReportFact {
  const [fact] = fc.sample(anyFact, { numRuns: 1, seed: 1 });
  if (!fact) throw new Error('No fact');
  return {
    ...fact,
    status: 'pending',
    applicationDate: '2026-10-01',
    receivedOn: '2026-10-01',
    closedOn: null,
    pauses: [],
    events: [],
    ...changes,
  };
}

describe('a report', () => {
  it('agrees with a count by hand on random facts', () => {
    fc.assert(
      fc.property(
        fc.array(anyFact, { maxLength: 25 }),
        fc.tuple(anyDay, anyDay).map((days) => days.toSorted()),
        anyDay,
        (facts, [from = '', to = ''], today) => {
          const given = { ...context, from, to, today };
          const made = makeReport(facts, given);
          const { windows, ...naive } = naiveReport(facts, given);
          expect(comparable(made)).toEqual(naive);
          for (const figures of [made.thisWindow, made.lastWindow]) {
            if (figures === null) continue;
            expect(figures).toMatchObject(windows.find((one) => one.windowId === figures.windowId) ?? {});
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('fits its schema, and its months are those of the period', () => {
    const facts = fc.sample(anyFact, { numRuns: 50, seed: 7 });
    const made = makeReport(facts, context);
    expect(reportSchema.parse(made)).toEqual(made);
    expect(made.byMonth.map((row) => row.month)).toEqual(['2026-09', '2026-10', '2026-11']);
    for (const name of ['received', 'approved', 'rejected', 'returned', 'held'] as const) {
      expect(made.byMonth.reduce((sum, row) => sum + row[name], 0)).toBe(made[name]);
    }
    expect(makeReport([], context)).toMatchObject({ received: 0, medianDays: null, unknownYears: [] });
  });

  it('is late from the 16th working day on, and stands still while returned', () => {
    const late = (changes: Partial<ReportFact>, today: string) =>
      makeReport([sampleFact(changes)], { ...context, today }).pendency[0]?.late;
    // Received 01/10/2026: the 15th working day is 27/10/2026.
    expect(late({}, '2026-10-27')).toBe(0);
    expect(late({}, '2026-10-28')).toBe(1);
    const pauses = [{ from: '2026-10-12', to: null, why: 'returned' }] as const;
    expect(late({ status: 'returned', pauses }, '2026-11-20')).toBe(0);
  });

  it('names the years without a holiday list that a count touched, and no other', () => {
    const years = (today: string) => makeReport([sampleFact()], { ...context, today }).unknownYears;
    expect(years('2026-12-31')).toEqual([]);
    expect(years('2027-01-04')).toEqual([2027]);
  });

  it('compares the open window, or else the last, with the one before; a faulty one counts for nothing', () => {
    const ids = (today: string, windows = context.windows) => {
      const { thisWindow, lastWindow } = makeReport([], { ...context, today, windows });
      return [thisWindow?.windowId, lastWindow?.windowId];
    };
    expect(ids('2026-10-01')).toEqual(['window-1', 'window-0']);
    expect(ids('2026-12-01')).toEqual(['window-1', 'window-0']);
    expect(ids('2026-08-15')).toEqual(['window-0', undefined]);
    expect(ids('2026-06-15')).toEqual([undefined, undefined]);
    const turned = { ...sampleWindow, id: 'turned', from: '2026-09-30', to: '2026-09-01' };
    expect(ids('2026-10-01', [turned])).toEqual([undefined, undefined]);
  });

  it('counts a hundred thousand facts', () => {
    const some = fc.sample(anyFact, { numRuns: 1000, seed: 3 });
    const many = Array.from({ length: 100 }, () => some).flat();
    const began = performance.now();
    const made = makeReport(many, context);
    console.log(`100,000 facts counted in ${Math.round(performance.now() - began)} ms`);
    const once = makeReport(some, context);
    expect(made.received).toBe(once.received * 100);
    expect(made.medianDays).toBe(once.medianDays);
  });
});
