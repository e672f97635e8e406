import hi from '../locales/hi/rules.json' with { type: 'json' };
import en from '../locales/en/rules.json' with { type: 'json' };
import type { Evidence, RuleResult } from '../domain/rule-result.ts';
import type { Language } from '../domain/values.ts';
import { fillText } from './fill-text.ts';
import { formatDate, formatNumber, formatRupees, inLanguage } from './format.ts';

const texts = { hi, en };
const dates = new Set(['started', 'appliedOn', 'reachedOn', 'from', 'to', 'dataOf']);
const amounts = new Set(['due', 'paid']);
const unknownValue = '–';

/** The values of a sentence's placeholders, as the officer reads them: dates, rupees, names in the shown language. */
export function sentenceValues(evidence: Evidence, language: Language): Record<string, string> {
  const plain = Object.entries(evidence).map(([key, value]) => [
    placeholder(key),
    written(key, value, language),
  ]);
  return {
    ...(Object.fromEntries(plain) as Record<string, string>),
    name: named(evidence, 'name', language),
    applicant: named(evidence, 'applicant', language),
    registered: named(evidence, 'registered', language),
  };
}

/** `count` would make i18next look for a plural. */
function placeholder(key: string): string {
  return key === 'count' ? 'before' : key;
}

function written(key: string, value: Evidence[string], language: Language): string {
  if (value === null || value === '') return unknownValue;
  if (key === 'fault') return faultWords(String(value), language);
  if (typeof value === 'boolean') return texts[language].answer[value ? 'yes' : 'no'];
  if (typeof value === 'string') return dates.has(key) ? formatDate(value) : value;
  return amounts.has(key) ? formatRupees(value) : formatNumber(value);
}

/** How a rule set contradicts itself, in words; a fault that a newer desk named is shown as it is. */
function faultWords(fault: string, language: Language): string {
  const words: Partial<Record<string, string>> = texts[language].fault;
  return words[fault] ?? fault;
}

function named(evidence: Evidence, key: string, language: Language): string {
  const hi = evidence[`${key}Hi`];
  const en = evidence[`${key}En`];
  const name = { hi: typeof hi === 'string' ? hi : '', en: typeof en === 'string' ? en : '' };
  return inLanguage(name, language) || unknownValue;
}

/** Whether the locale files have a sentence for this reason; a newer rule set may bring one that they have not. */
export function hasSentence(result: RuleResult): boolean {
  return result.because in texts.hi[result.id];
}

/** Why a rule gave its result, as one sentence with its evidence. */
export function ruleSentence(result: RuleResult, language: Language): string {
  const text = texts[language];
  if (!hasSentence(result)) return fillText(text.otherReason, { because: result.because });
  const sentences: Partial<Record<string, string>> = text[result.id];
  return fillText(sentences[result.because] ?? '', sentenceValues(result.evidence, language));
}

export function ruleTitle(id: RuleResult['id'], language: Language): string {
  return texts[language][id].title;
}
