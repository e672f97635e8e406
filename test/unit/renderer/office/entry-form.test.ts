import { assert, constantFrom, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyEntry, entryOf } from '../../../../renderer/features/office/entry-form.ts';
import { localEntry } from '../../../../shared/domain/local-addition.ts';

const kinds = ['holiday', 'working-day', 'helpline', 'letterhead', 'signing-title'] as const;

describe('entryOf', () => {
  it('makes a holiday of a typed date and a name', () => {
    expect(entryOf('holiday', { ...emptyEntry, date: '04/12/2026', hi: ' नमूना ' })).toEqual({
      ok: true,
      entry: { kind: 'holiday', date: '2026-12-04', name: { hi: 'नमूना', en: '' } },
    });
  });

  it('pairs the lines of a letterhead, and drops the empty ones', () => {
    const typed = { ...emptyEntry, hi: 'नमूना कार्यालय\n\nजयपुर', en: 'Sample office\n' };
    expect(entryOf('letterhead', typed)).toEqual({
      ok: true,
      entry: {
        kind: 'letterhead',
        lines: [
          { hi: 'नमूना कार्यालय', en: 'Sample office' },
          { hi: 'जयपुर', en: '' },
        ],
      },
    });
  });

  it.each([
    ['holiday', { ...emptyEntry, date: '31/02/2026', hi: 'नमूना' }, { date: 'impossible' }],
    ['working-day', { ...emptyEntry, hi: 'नमूना' }, { date: 'empty' }],
    ['helpline', { ...emptyEntry, number: '12' }, { text: 'missing', number: 'missing' }],
    ['letterhead', { ...emptyEntry, hi: 'क\nख\nग\nघ\nच\nछ\nज' }, { text: 'too-many-lines' }],
    ['signing-title', { ...emptyEntry, hi: '   ' }, { text: 'missing' }],
  ] as const)('refuses a wrong %s at its field', (kind, typed, faults) => {
    expect(entryOf(kind, typed)).toEqual({ ok: false, faults });
  });

  it('makes nothing that the contract does not take', () => {
    const typed = record({
      date: constantFrom('04/12/2026', '29/02/2026', '', '1/1/2030'),
      hi: string({ maxLength: 500, unit: 'grapheme' }).map((text) => text.slice(0, 500)),
      en: string({ maxLength: 500 }),
      number: string({ maxLength: 40 }),
    });
    assert(
      property(constantFrom(...kinds), typed, (kind, value) => {
        const made = entryOf(kind, value);
        if (made.ok) expect(localEntry.safeParse(made.entry).success).toBe(true);
      }),
    );
  });
});
