import { assert, date, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../../../shared/text/format.ts';
import { parseDate } from '../../../../shared/text/parse-date.ts';

describe('parseDate', () => {
  it.each([
    ['17/03/2026', '2026-03-17'],
    [' 1/4/2026 ', '2026-04-01'],
    ['01-04-2026', '2026-04-01'],
    ['1.4.2026', '2026-04-01'],
    ['१७/०३/२०२६', '2026-03-17'],
    ['29/02/2028', '2028-02-29'],
  ])('reads %s', (typed, expected) => {
    expect(parseDate(typed)).toEqual({ ok: true, date: expected });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['31/02/2026', 'impossible'],
    ['29/02/2026', 'impossible'],
    ['31/04/2026', 'impossible'],
    ['00/01/2026', 'impossible'],
    ['12/13/2026', 'impossible'],
    ['31/12/1999', 'outside'],
    ['01/01/2101', 'outside'],
    ['01/01/0026', 'outside'],
    ['17/03/26', 'shape'],
    ['2026-03-17', 'shape'],
    ['17/03/2026 10:00', 'shape'],
    ['परसों', 'shape'],
    ['9'.repeat(10_000), 'shape'],
  ])('refuses %s as %s', (typed, fault) => {
    expect(parseDate(typed)).toEqual({ ok: false, fault });
  });

  it('reads back every day that is shown', () => {
    const days = date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    assert(
      property(days, (day) => {
        const iso = day.toISOString().slice(0, 10);
        expect(parseDate(formatDate(iso))).toEqual({ ok: true, date: iso });
      }),
    );
  });
});
