import type { TFunction } from 'i18next';
import type { Evidence, RuleResult } from '../../../shared/domain/rule-result.ts';
import type { Language } from '../../../shared/domain/values.ts';
import { formatDate, formatNumber, formatRupees, inLanguage } from '../../app/format.ts';
import rules from '../../locales/hi/rules.json' with { type: 'json' };

const dates = new Set(['started', 'appliedOn', 'from', 'to']);
const amounts = new Set(['due', 'paid']);
const unknownValue = '–';

/** The values of a sentence's placeholders, as the officer reads them: dates, rupees, names in the shown language. */
export function sentenceValues(evidence: Evidence, language: Language): Record<string, string> {
  const plain = Object.entries(evidence).map(([key, value]) => [placeholder(key), written(key, value)]);
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

function written(key: string, value: Evidence[string]): string {
  if (value === null || value === '') return unknownValue;
  if (typeof value === 'string') return dates.has(key) ? formatDate(value) : value;
  if (typeof value === 'number') return amounts.has(key) ? formatRupees(value) : formatNumber(value);
  return String(value);
}

function named(evidence: Evidence, key: string, language: Language): string {
  const hi = evidence[`${key}Hi`];
  const en = evidence[`${key}En`];
  const name = { hi: typeof hi === 'string' ? hi : '', en: typeof en === 'string' ? en : '' };
  return inLanguage(name, language) || unknownValue;
}

/** Whether the locale files have a sentence for this reason; a newer rule set may bring one that they have not. */
export function hasSentence(result: RuleResult): boolean {
  return result.because in rules[result.id];
}

/** Why a rule gave its result, as one sentence with its evidence. */
export function ruleSentence(result: RuleResult, language: Language, t: TFunction<'rules'>): string {
  if (!hasSentence(result)) return t('otherReason', { because: result.because });
  /** Typed by hand: which placeholders a sentence has follows from the rule, and a test asks every one of them. */
  const say = t as (key: string, values: Record<string, string>) => string;
  return say(`${result.id}.${result.because}`, sentenceValues(result.evidence, language));
}
