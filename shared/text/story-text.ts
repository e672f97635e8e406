import hi from '../locales/hi/story.json' with { type: 'json' };
import en from '../locales/en/story.json' with { type: 'json' };
import type { Lsp, ReasonCode } from '../domain/master.ts';
import type { Holder, StoryFacts, StoryLine } from '../domain/story/story-line.ts';
import type { Language } from '../domain/values.ts';
import { fillText } from './fill-text.ts';
import { formatDate, formatNumber, inLanguage } from './format.ts';

const texts = { hi, en };

/** Remarks are told in a line; the whole of them stands in the order. */
const longestRemark = 300;

/** Where the words for ids and codes come from; one that is not there is shown as its id. */
export interface StoryNames {
  lsps: readonly Pick<Lsp, 'id' | 'name'>[];
  reasonCodes: readonly Pick<ReasonCode, 'code' | 'text'>[];
}

export interface StorySentence {
  /** `dd/mm/yyyy`, for a column of its own; null where the sentence is about now. */
  date: string | null;
  /** Whole, with the date in it. */
  text: string;
}

/** Story lines as plain sentences. */
export function storySentences(
  lines: readonly StoryLine[],
  language: Language,
  names: StoryNames,
): StorySentence[] {
  return lines.map((line) => ({
    date: line.on === null ? null : formatDate(line.on),
    text: sentence(line, language, names),
  }));
}

/** Who holds the file: a few words to show large, and the whole sentence. */
export function holderWords(holder: Holder, language: Language): { title: string; text: string } {
  const { title, text } = texts[language].holder[holder.by];
  const since = texts[language].since;
  if (holder.since === null) return { title, text };
  return { title, text: `${text} ${fillText(since, { date: formatDate(holder.since) })}` };
}

function sentence(line: StoryLine, language: Language, names: StoryNames): string {
  const text = texts[language];
  const values = written(line, language, names);
  const parts = [fillText(text.lines[line.key], values)];
  if (values['orderNo']) parts.push(fillText(text.orderNo, values));
  if (values['codes']) parts.push(fillText(text.reasons, values));
  if (values['remarks']) parts.push(fillText(text.remarks, values));
  return parts.join(' ');
}

function written({ on, facts }: StoryLine, language: Language, names: StoryNames): Record<string, string> {
  const plain = Object.entries(facts).map(([key, fact]) => [key, writtenFact(key, fact, language, names)]);
  return {
    ...(Object.fromEntries(plain) as Record<string, string>),
    ...(on === null ? {} : { date: formatDate(on) }),
  };
}

function writtenFact(
  key: string,
  fact: StoryFacts[string] | undefined,
  language: Language,
  names: StoryNames,
): string {
  if (fact === null || fact === undefined) return '';
  if (typeof fact === 'number') return formatNumber(fact);
  if (typeof fact !== 'string') {
    return fact.map((code) => (key === 'codes' ? reasonWords(code, language, names) : code)).join(', ');
  }
  switch (key) {
    case 'day7':
    case 'day15':
      return formatDate(fact);
    case 'fromLsp':
    case 'toLsp':
      return lspName(fact, language, names);
    case 'failure':
      return failureWords(fact, language);
    case 'remarks':
      return shortened(fact);
    default:
      return fact;
  }
}

function lspName(id: string, language: Language, { lsps }: StoryNames): string {
  const known = lsps.find((lsp) => lsp.id === id);
  return known ? inLanguage(known.name, language) || id : id;
}

function reasonWords(code: string, language: Language, { reasonCodes }: StoryNames): string {
  const known = reasonCodes.find((reason) => reason.code === code);
  return known ? `${code} (${inLanguage(known.text, language)})` : code;
}

/** A newer server may name a failure that the locale files have not. */
function failureWords(failure: string, language: Language): string {
  const words: Partial<Record<string, string>> = texts[language].failures;
  return words[failure] ?? failure;
}

/** Cut at a whole sign: Devanagari vowels stay with their consonants. */
function shortened(remarks: string): string {
  const signs = Array.from(new Intl.Segmenter('hi').segment(remarks), ({ segment }) => segment);
  return signs.length <= longestRemark ? remarks : `${signs.slice(0, longestRemark).join('')}…`;
}
