import hi from '../locales/hi/checks.json' with { type: 'json' };
import en from '../locales/en/checks.json' with { type: 'json' };
import type { CheckEvidence, CheckResult, DocumentCheck } from '../domain/documents/document-check.ts';
import type { Language } from '../domain/values.ts';
import { fillText } from './fill-text.ts';
import { formatDate } from './format.ts';

const texts = { hi, en };
const nothing = '–';

/** Of each parameter that names things: the words for them. Several are joined by commas. */
const wordsOf = {
  sides: 'side',
  firstSide: 'side',
  secondSide: 'side',
  fields: 'field',
  warnings: 'warning',
  found: 'paper',
  expected: 'paper',
} as const;

/** Why a check gave its result, as one sentence with what was read. */
export function checkSentence(check: Pick<DocumentCheck, 'why' | 'params'>, language: Language): string {
  const text = texts[language];
  const sentences: Partial<Record<string, string>> = text.why;
  const sentence = sentences[check.why];
  if (sentence === undefined) return fillText(text.otherReason, { why: check.why });
  const values = Object.entries(check.params).map(([name, value]) => [name, written(name, value, language)]);
  return fillText(sentence, Object.fromEntries(values) as Record<string, string>);
}

/** Whether the locale files have a sentence for this reason; a newer desk may give one that they have not. */
export function hasCheckSentence({ why }: Pick<DocumentCheck, 'why'>): boolean {
  return Object.hasOwn(texts.hi.why, why);
}

export function checkTitle(id: DocumentCheck['id'], language: Language): string {
  return texts[language].title[id];
}

export function checkResultWord(result: CheckResult, language: Language): string {
  return texts[language].result[result];
}

export function sideWord(side: CheckEvidence['side'], language: Language): string {
  return texts[language].side[side];
}

function written(name: string, value: string, language: Language): string {
  if (value === '') return nothing;
  if (!isNaming(name)) return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value) : value;
  const words: Partial<Record<string, string>> = texts[language][wordsOf[name]];
  return value
    .split(',')
    .map((key) => words[key] ?? key)
    .join(', ');
}

function isNaming(name: string): name is keyof typeof wordsOf {
  return Object.hasOwn(wordsOf, name);
}
