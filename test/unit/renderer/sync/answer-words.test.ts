import { expect, it } from 'vitest';
import { syncProblem } from '../../../../shared/ipc/sync-status.ts';
import { conflictReason } from '../../../../shared/domain/conflict.ts';
import { refusalReason } from '../../../../shared/sync/protocol.ts';
import { startI18n } from '../../../../renderer/app/i18n/start-i18n.ts';
import { answerWords } from '../../../../renderer/features/outbox/answer-words.ts';

const codes = [...conflictReason.options, ...refusalReason.options, ...syncProblem.options];

it.each(['hi', 'en'] as const)('says every code of the server and the engine in words, in %s', (language) => {
  const i18n = startI18n(language, (key) => {
    throw new Error(`No text for ${key}`);
  });
  for (const code of codes) {
    const words = answerWords(code, i18n.getFixedT(language, 'outbox'));
    expect(words).not.toBe(code);
    expect(words.length).toBeGreaterThan(5);
  }
});

it('shows a code of a newer server as it came', () => {
  const i18n = startI18n('hi', () => undefined);
  expect(answerWords('quota-spent', i18n.getFixedT('hi', 'outbox'))).toBe('quota-spent');
});
