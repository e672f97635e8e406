import hi from '../locales/hi/paper.json' with { type: 'json' };
import en from '../locales/en/paper.json' with { type: 'json' };
import type { Language } from '../domain/values.ts';

export type PaperWords = typeof hi;

const words: Record<Language, PaperWords> = { hi, en };

/** The words of papers in one language; both files have the same keys, or this does not compile. */
export function paperWords(language: Language): PaperWords {
  return words[language];
}
