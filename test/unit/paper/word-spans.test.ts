import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOperations, writeOperations } from '../../../electron/paper/content-stream.ts';
import { fromHex, readToUnicode, toHex, type FontText } from '../../../electron/paper/to-unicode.ts';
import { spanWords } from '../../../electron/paper/word-spans.ts';

const letters = new Map(Array.from('\0 abcdefgh', (letter, code) => [code, letter]));
const fonts = new Map<string, FontText>([
  ['F1', { bytesPerCode: 2, textOf: letters }],
  ['F2', { bytesPerCode: 1, textOf: letters }],
]);

function words(content: string): string[] {
  const spanned = writeOperations(spanWords(readOperations(content), fonts));
  return [...spanned.matchAll(/ActualText <FEFF([0-9A-F]*)>/g)].map(([, hex = '']) => fromHex(hex));
}

describe('the words of a text object', () => {
  test('a cluster of Chromium and the glyphs around it become one word', () => {
    const cluster = `/Span<</ActualText <FEFF${toHex('कृ')}> >> BDC <0004> Tj 3 0 Td <0005> Tj EMC`;
    const content = `BT /F1 12 Tf 1 0 0 -1 0 0 Tm <0002> Tj 5 0 Td ${cluster} 4 0 Td <0003> Tj ET`;
    expect(words(content)).toEqual(['aकृb']);
  });

  test('a change of font does not end a word, a blank and another line do', () => {
    const first = 'BT /F1 12 Tf 1 0 0 -1 0 50 Tm <0002> Tj ET BT /F2 12 Tf 1 0 0 -1 6 50 Tm <03> Tj ET';
    expect(words(first)).toEqual(['ab']);
    expect(words(`${first} BT /F2 12 Tf 1 0 0 -1 12 50 Tm <01> Tj 3 0 Td <04> Tj ET`)).toEqual(['ab', 'c']);
    expect(words(`${first} BT /F2 12 Tf 1 0 0 -1 12 70 Tm <04> Tj ET`)).toEqual(['ab', 'c']);
  });

  test('what stands to the left or far to the right is another word', () => {
    const at = (x: number) => `BT /F1 10 Tf 1 0 0 -1 ${x} 50 Tm <0002> Tj ET`;
    expect(words(`${at(100)} ${at(0)}`)).toEqual(['a', 'a']);
    expect(words(`${at(0)} ${at(100)}`)).toEqual(['a', 'a']);
    expect(words(`${at(0)} ${at(6)}`)).toEqual(['aa']);
  });

  test('several codes in one string are cut where a blank stands', () => {
    expect(words('BT /F1 12 Tf 1 0 0 -1 0 0 Tm <000200030001000400010005> Tj ET')).toEqual(['ab', 'c', 'd']);
  });

  test('text outside the tags is an artifact, tagged text is not', () => {
    const text = 'BT /F1 12 Tf 1 0 0 -1 0 0 Tm <0002> Tj ET';
    const marked = (content: string) => writeOperations(spanWords(readOperations(content), fonts));
    expect(marked(text)).toContain('/Artifact');
    expect(marked(`/P <</MCID 0 >>BDC ${text} EMC`)).not.toContain('/Artifact');
  });

  test('what is not known is refused, not guessed', () => {
    expect(() => words('BT /F9 12 Tf 1 0 0 -1 0 0 Tm <0002> Tj ET')).toThrow('font');
    expect(() => words('BT /F1 12 Tf <0002> Tj')).toThrow('without an end');
    expect(() => words('BT /P <</MCID 1>> BDC ET')).toThrow('another kind');
    expect(() => readOperations('BI /W 1 ID x EI')).toThrow('inline image');
    expect(() => readOperations('1 0 0')).toThrow('cut short');
    expect(() => readOperations('(a(b)')).toThrow('without an end');
  });

  test('no glyph is lost, whatever the words and the fonts', () => {
    const glyph = fc.record({ code: fc.integer({ min: 1, max: 8 }), font: fc.constantFrom('F1', 'F2') });
    fc.assert(
      fc.property(fc.array(glyph, { minLength: 1, maxLength: 60 }), (glyphs) => {
        const content = glyphs
          .map(({ code, font }, at) => {
            const hex = code.toString(16).padStart(font === 'F1' ? 4 : 2, '0');
            return `BT /${font} 10 Tf 1 0 0 -1 ${at * 6} 0 Tm <${hex}> Tj ET`;
          })
          .join('\n');
        const text = glyphs.map(({ code }) => letters.get(code)).join('');
        expect(words(content)).toEqual(text.split(' ').filter((word) => word !== ''));
        const shown = spanWords(readOperations(content), fonts).filter(({ operator }) => operator === 'Tj');
        expect(shown).toHaveLength(glyphs.length);
      }),
    );
  });
});

describe('a content stream', () => {
  test('is written as it was read', () => {
    const content = '/P <</MCID 3 /X [1 (a\\)b) <FE>]>> BDC\n-.5 .25 m\nW*\n[1 2] 0 d\n(x) Tj\nEMC\n';
    const once = writeOperations(readOperations(content));
    expect(writeOperations(readOperations(once))).toBe(once);
    expect(readOperations(content).map(({ operator }) => operator)).toEqual([
      'BDC',
      'm',
      'W*',
      'd',
      'Tj',
      'EMC',
    ]);
  });
});

test('a ToUnicode map gives single codes, ranges and texts of several letters', () => {
  const { textOf, bytesPerCode } = readToUnicode(
    `1 begincodespacerange <0000> <FFFF> endcodespacerange
     2 beginbfchar <0003> <0020> <00FF> <0937094D0923> endbfchar
     1 beginbfrange <0010> <0012> <0041> endbfrange`,
  );
  expect(bytesPerCode).toBe(2);
  expect(textOf.get(0xff)).toBe('ष्ण');
  expect([textOf.get(0x10), textOf.get(0x12), textOf.get(0x13)]).toEqual(['A', 'C', undefined]);
});
