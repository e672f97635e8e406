import { expect, it } from 'vitest';
import { hasWords } from '../../../shared/domain/has-words.ts';

it.each(['सेवा', 'LSP', '3', ' . क', 'é'])('%j says something', (text) => {
  expect(hasWords(text)).toBe(true);
});

it.each([null, '', ' \t\n', '.', '- –', '\u200B\u200D', '\u3164', '\u00A0\u2060', '।'])(
  '%j says nothing',
  (text) => {
    expect(hasWords(text)).toBe(false);
  },
);
