import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '../../../shared/paper/paper.ts';
import { printPaper } from '../../../electron/paper/print-paper.ts';
import { startChromiumPress, type ChromiumPress } from '../../support/paper/chromium-press.ts';
import { pdfInfo, pdfWords } from '../../support/paper/read-pdf.ts';
import { sampleNames } from '../../support/paper/sample-names.ts';
import { samplePapers } from '../../support/paper/sample-papers.ts';
import { headWords, wordsOnPaper } from '../../support/paper/words-on-paper.ts';

let chromium: ChromiumPress;
beforeAll(async () => {
  chromium = await startChromiumPress();
});
afterAll(() => chromium.close());

const madeAt = '2026-10-13T09:30:00.000Z';

/** Words that only one side has, with how many more. */
function differences(found: readonly string[], wanted: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const word of found) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of wanted) counts.set(word, (counts.get(word) ?? 0) - 1);
  return [...counts].filter(([, count]) => count !== 0);
}

async function check(paper: Paper, name: string) {
  const { bytes, pages } = await printPaper(chromium.press, paper, madeAt);
  const folder = process.env['DESK_PAPERS'];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${name}.pdf`, bytes);
  }
  const rest = differences(pdfWords(bytes), wordsOnPaper(paper, pages));
  return { bytes, pages, rest, heads: new Set(headWords(paper)) };
}

describe.each(['hi', 'en'] as const)('in %s', (language) => {
  test.each(Object.entries(samplePapers(language, sampleNames)))(
    'the words of the %s come out as they went in',
    async (kind, paper) => {
      const { bytes, pages, rest, heads } = await check(paper, `${kind}-${language}`);
      // A head that stands once more on a further page is more of the same words, never fewer and no others.
      const faults = rest.filter(([word, count]) => count < 0 || !heads.has(word));
      expect(faults.map(([word, count]) => `${word} ${count}`).join(', ')).toBe('');
      const info = pdfInfo(bytes);
      expect(info.get('Title')).toBe(paper.title);
      expect(info.get('Tagged')).toBe('yes');
      expect(info.get('Pages')).toBe(String(pages));
      expect(info.get('Page size')).toContain('A4');
      expect(info.has('Author')).toBe(false);
    },
  );
});

test('nothing breaks the page policy, and nothing is asked for that is not there', () => {
  expect(chromium.complaints).toEqual([]);
});

test('any Devanagari word comes out whole: conjuncts, reph, vowel signs, nukta, in both weights', async () => {
  const consonants = Array.from('कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह');
  const signs = ['', 'ा', 'ि', 'ी', 'ु', 'ू', 'ृ', 'े', 'ै', 'ो', 'ौ', 'ं', 'ः', 'ँ', '़ा', 'ीं', 'ों', 'ेँ'];
  const syllable = fc
    .tuple(
      fc.array(fc.constantFrom(...consonants), { minLength: 1, maxLength: 3 }),
      fc.constantFrom(...signs),
    )
    .map(([cluster, sign]) => cluster.join('्') + sign);
  const word = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((syllables) => syllables.join(''));
  const words = fc.sample(word, { numRuns: 2000, seed: 20261013 });
  const paper: Paper = {
    ...{ title: 'नमूना', subject: '', fileName: 'sample', language: 'hi', landscape: false },
    ...{ footer: words.slice(0, 5).join(' '), watermark: null },
    blocks: [
      { kind: 'paragraph', text: words.slice(0, 1000).join(' '), style: 'plain' },
      { kind: 'paragraph', text: words.slice(1000).join(' ('), style: 'strong' },
    ],
  };
  const { rest } = await check(paper, 'any-word');
  expect(rest.map(([text, count]) => `${text} ${count}`).join(', ')).toBe('');
});
