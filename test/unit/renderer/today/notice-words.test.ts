import { describe, expect, it } from 'vitest';
import { startI18n } from '../../../../renderer/app/i18n/start-i18n.ts';
import { noticeOrder, noticeSentence } from '../../../../renderer/features/today/notice-words.ts';
import { sampleNotices } from '../../../support/fake-bridge/sample-day.ts';

const i18n = startI18n('hi', (key) => {
  throw new Error(`No text for ${key}`);
});

describe.each(['hi', 'en'] as const)('the words of a notice (%s)', (language) => {
  const t = i18n.getFixedT(language, 'today');

  it('has a sentence of its own for each kind, with both dates as the office writes them', () => {
    const sentences = sampleNotices.map((notice) => noticeSentence(notice, t));
    expect(new Set(sentences).size).toBe(4);
    sampleNotices.forEach(({ from, to }, index) => {
      for (const date of [from, to]) {
        expect(sentences[index]).toContain(date.split('-').reverse().join('/'));
      }
    });
  });

  it('names the order, and says so where there is none', () => {
    expect(noticeOrder({ orderNo: 'SAMPLE/1' }, t)).toContain('SAMPLE/1');
    expect(noticeOrder({ orderNo: '  ' }, t)).toBe(t('notice.noOrder'));
  });
});
