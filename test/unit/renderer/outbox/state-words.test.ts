import { expect, it } from 'vitest';
import { decisionId, requestId } from '../../../../shared/domain/ids.ts';
import type { OutboxItem } from '../../../../shared/ipc/contract.ts';
import { atSignOff } from '../../../../shared/domain/sealing.ts';
import { startI18n } from '../../../../renderer/app/i18n/start-i18n.ts';
import { stateWords } from '../../../../renderer/features/outbox/state-words.ts';

const refusedItem: OutboxItem = {
  decisionId: decisionId.parse('01997000-0000-7000-8000-000000000001'),
  requestId: requestId.parse('req-1'),
  requestNo: 'MR/2026/000001',
  kioskCode: 'K11034638',
  centreName: { hi: 'नमूना', en: 'Sample' },
  outcome: 'approve',
  state: 'refused',
  recordedAt: '2026-10-05T07:00:00.000Z',
  sealsAt: '2026-10-05T07:10:00.000Z',
  sealedAt: '2026-10-05T07:10:00.000Z',
  attempts: 1,
  lastError: null,
  nextTryAt: null,
  answer: 'outcome-not-allowed',
  message: 'Sample: <b>closed</b> & done',
  orderNo: null,
  conflict: null,
  receipt: null,
};

const today = '2026-10-05';

function wordsOf(item: OutboxItem, language: 'hi' | 'en'): string[] {
  const i18n = startI18n(language, (key) => {
    throw new Error(`No text for ${key}`);
  });
  return stateWords(item, 0, i18n.getFixedT(language, 'outbox'), { today });
}

it.each(['hi', 'en'] as const)(
  'shows the server’s own words about a refusal beside its reason, in %s',
  (language) => {
    const words = wordsOf(refusedItem, language);
    expect(words).toHaveLength(2);
    expect(words[1]).toContain('Sample: <b>closed</b> & done');
  },
);

it.each(['hi', 'en'] as const)(
  'does not call being sealed what the server must be asked about, in %s',
  (language) => {
    const due = { ...refusedItem, state: 'recorded', answer: null, sealsAt: refusedItem.recordedAt } as const;
    const now = Date.parse(due.sealsAt) + 1;
    const t = startI18n(language, (key) => {
      throw new Error(`No text for ${key}`);
    }).getFixedT(language, 'outbox');
    const [sealing] = stateWords(due, now, t, { today });
    const [waiting] = stateWords(due, now, t, { today, chainDoubt: true });
    expect(waiting).not.toBe(sealing);
    // Nor that it will seal itself, while it may still be undone.
    const [atFirst, undoLeft] = stateWords(due, now - 60_000, t, { today, chainDoubt: true });
    expect(atFirst).toBe(waiting);
    expect(undoLeft).toContain('1:00');
  },
);

it.each([null, ''])('says only the reason when the server’s words are %j', (message) => {
  expect(wordsOf({ ...refusedItem, message }, 'en')).toHaveLength(1);
});

it.each(['hi', 'en'] as const)('says in words that a receipt proves nothing, in %s', (language) => {
  const words = wordsOf(
    { ...refusedItem, state: 'sent', answer: null, lastError: 'receipt-wrong' },
    language,
  );
  expect(words.join(' ')).not.toContain('receipt-wrong');
});

it.each(['hi', 'en'] as const)(
  'says in words why a try failed, without the network’s own, in %s',
  (language) => {
    const tried = {
      ...refusedItem,
      state: 'sent',
      answer: null,
      lastError: 'offline: ECONNREFUSED',
    } as const;
    const untried = wordsOf({ ...tried, lastError: null }, language);
    const words = wordsOf(tried, language);
    expect(words.join(' ')).not.toMatch(/offline|ECONNREFUSED/);
    expect(words[0]).not.toBe(untried[0]);
  },
);

it.each(['hi', 'en'] as const)('tells when what is not sealed yet will be, in %s', (language) => {
  const recorded = { ...refusedItem, state: 'recorded', answer: null } as const;
  expect(wordsOf(recorded, language)[0]).toMatch(/12:40(?!.*\d{4})/);
  expect(wordsOf({ ...recorded, sealsAt: '2026-10-06T07:10:00.000Z' }, language)[0]).toContain(
    '06/10/2026 12:40',
  );
  expect(wordsOf({ ...recorded, sealsAt: atSignOff }, language)).toHaveLength(1);
});
