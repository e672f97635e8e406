import { describe, expect, it } from 'vitest';
import { lspId } from '../../../../shared/domain/ids.ts';
import {
  isFiltered,
  noFilters,
  planQuery,
  wordsTyped,
} from '../../../../renderer/features/queue/queue-query.ts';

const days = { today: '2026-11-20', soonEnd: '2026-11-30' };

describe('planQuery', () => {
  it('asks one index for a whole pile', () => {
    expect(planQuery('to-do', noFilters, '', days)).toEqual({
      ranges: [{ index: '[pile+dueOn]', prefix: ['to-do'], from: null, to: null }],
      words: [],
      isNewestFirst: false,
    });
  });

  it('puts the ageing into the sort field, and each other filter into its own index', () => {
    const filters = {
      ...noFilters,
      ageing: 'soon' as const,
      lspId: lspId.parse('lsp-3'),
      area: 'rural' as const,
    };
    expect(planQuery('waiting', filters, '', days).ranges).toEqual([
      {
        index: '[pile+targetLspId+dueOn]',
        prefix: ['waiting', 'lsp-3'],
        from: '2026-11-20',
        to: '2026-11-30',
      },
      { index: '[pile+area+dueOn]', prefix: ['waiting', 'rural'], from: '2026-11-20', to: '2026-11-30' },
    ]);
  });

  it('judges no ageing before the day is known', () => {
    const { ranges } = planQuery('to-do', { ...noFilters, ageing: 'overdue' }, '', null);
    expect(ranges[0]).toMatchObject({ from: null, to: null });
  });

  it('shows what is done newest first', () => {
    expect(planQuery('done', noFilters, '', days).isNewestFirst).toBe(true);
  });
});

describe('wordsTyped', () => {
  it.each([
    ['K11034638', ['k11034638']],
    ['के 11034638', ['k11034638']],
    ['k-1103', ['k1103']],
    ['के ११०', ['k110']],
    ['d97k', ['d97k']],
    ['D97 K0003', ['d97k0003']],
    ['11034638', ['11034638']],
    ['सीता चाकसू', ['सीता', 'चाकसू']],
    ['Sita  DEVI', ['sita', 'devi']],
    ['MR/2026/000001', ['mr', '2026', '000001']],
    ['   ', []],
  ])('splits %j into %j', (typed, words) => {
    expect(wordsTyped(typed)).toEqual(words);
  });
});

describe('isFiltered', () => {
  it('is true for a word or a filter, not for blanks', () => {
    expect(isFiltered(noFilters, '  ')).toBe(false);
    expect(isFiltered(noFilters, 'क')).toBe(true);
    expect(isFiltered({ ...noFilters, category: 'C' }, '')).toBe(true);
  });
});
