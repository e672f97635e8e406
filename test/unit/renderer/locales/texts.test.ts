import { describe, expect, it } from 'vitest';
import { deskError } from '../../../../shared/ipc/errors.ts';
import { resources } from '../../../../renderer/app/i18n/resources.ts';
import { startI18n } from '../../../../renderer/app/i18n/start-i18n.ts';

type Texts = ReadonlyMap<string, string>;

function flat(value: unknown, path: string, into: Map<string, string>): Texts {
  if (typeof value === 'string') into.set(path, value);
  else
    for (const [key, inner] of Object.entries(value as object))
      flat(inner, path ? `${path}.${key}` : key, into);
  return into;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^},\s]+)[^}]*\}\}/g)].map((match) => match[1] ?? '').sort();
}

const hi = flat(resources.hi, '', new Map());
const en = flat(resources.en, '', new Map());

/** The glossary's words to avoid in Hindi, and what to say instead. */
const avoided: [RegExp, string][] = [
  [/समन्वयन/u, 'सिंक'],
  [/केंद्र/u, 'केन्द्र'],
  [/कलेक्टर/u, 'कलक्टर'],
  [/ज़िला|ज़िले/u, 'जिला'],
  [/पेंडिंग|लम्बित/u, 'लंबित'],
  [/खारिज|रिजेक्ट/u, 'अस्वीकृत'],
  [/रिमार्क/u, 'टिप्पणी'],
  [/स्टेटस/u, 'स्थिति'],
  [/कार्रवाई/u, 'कार्यवाही'],
  [/वेरिफिकेशन/u, 'सत्यापन'],
  [/कैटेगरी|केटेगरी/u, 'श्रेणी'],
  [/कीऑस्क|किओस्क/u, 'कियोस्क'],
  [/ईमित्र|इ-मित्र/u, 'ई-मित्र'],
  [/दस्तावेज़/u, 'दस्तावेज'],
  [/सबमिट/u, 'प्रस्तुत'],
  [/ट्रांसफर/u, 'हस्तांतरण'],
  [/(?<!\p{L})तारीख(?!\p{L})/u, 'दिनांक'],
  [/(?<!\p{L})मदद(?!\p{L})/u, 'सहायता'],
  [/(?<!\p{L})सील(?!\p{L})/u, 'मोहर'],
];

describe('the texts of both languages', () => {
  it('have the same keys', () => {
    expect([...hi.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('have the same placeholders', () => {
    const differing = [...hi].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(en.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('are never empty', () => {
    const empty = [...hi, ...en].filter(([, text]) => text.trim() === '');
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('have words of their own for zero wherever they count', () => {
    const without = [...hi.keys()]
      .filter((key) => key.endsWith('_other'))
      .filter((key) => !hi.has(key.replace(/_other$/, '_zero')) || !hi.has(key.replace(/_other$/, '_one')));
    expect(without).toEqual([]);
  });

  it('use Western digits', () => {
    expect([...hi].filter(([, text]) => /[०-९]/u.test(text)).map(([key]) => key)).toEqual([]);
  });

  it.each(avoided)('do not say %s', (word, instead) => {
    const found = [...hi].filter(([, text]) => word.test(text)).map(([key]) => key);
    expect(found, `say ${instead}`).toEqual([]);
  });
});

describe('errors', () => {
  const kinds = deskError.options.map((option) => option.shape.kind.value);

  it.each(kinds)('%s has a title and an advice in both languages', (kind) => {
    for (const texts of [hi, en]) {
      expect(texts.get(`errors.${kind}.title`)).toBeTruthy();
      expect([...texts.keys()].some((key) => key.startsWith(`errors.${kind}.advice`))).toBe(true);
    }
  });
});

describe('startI18n', () => {
  it('tells of a key that has no text', () => {
    const i18n = startI18n('hi', (key) => {
      throw new Error(`No text for ${key}`);
    });
    const loose = i18n.t.bind(i18n) as (key: string) => string;
    expect(() => loose('shell:no-such-key')).toThrow('No text for shell:no-such-key');
  });

  it('has Hindi words for zero, one and many', () => {
    const i18n = startI18n('hi', () => undefined);
    const t = i18n.getFixedT('hi', 'sync');
    expect(t('counts.refused', { count: 0 })).toBe('नहीं माना कोई नहीं');
    expect(t('counts.refused', { count: 1 })).toBe('1 सर्वर ने नहीं माना');
    expect(t('counts.refused', { count: 5 })).toBe('5 सर्वर ने नहीं माने');
  });

  it('switches the language', async () => {
    const i18n = startI18n('hi', () => undefined);
    expect(i18n.t('shell:lock')).toBe('लॉक करें');
    await i18n.changeLanguage('en');
    expect(i18n.t('shell:lock')).toBe('Lock');
  });
});
