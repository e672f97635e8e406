import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchNames } from '../../../../../shared/domain/names/match-names.ts';
import { heldOutPairs } from '../../../../support/names/held-out-pairs.ts';
import { secondHeldOutPairs } from '../../../../support/names/second-held-out-pairs.ts';
import { figuresInWords, nameFigures } from '../../../../support/names/name-figures.ts';
import { tuningPairs } from '../../../../support/names/tuning-pairs.ts';

const band = (a: string, b: string) => matchNames(a, b).band;

describe('on pairs of names', () => {
  it('keeps the two sets apart', () => {
    const key = ({ a, b }: { a: string; b: string }) => [a, b].sort().join('|');
    const tuned = new Set(tuningPairs.map(key));
    expect(heldOutPairs.filter((pair) => tuned.has(key(pair)))).toEqual([]);
    expect(Math.min(tuningPairs.length, heldOutPairs.length)).toBeGreaterThanOrEqual(250);
  });

  it.each([
    ['Tuning set', tuningPairs],
    ['Held-out set', heldOutPairs],
    ['Second held-out set', secondHeldOutPairs],
  ])('%s: holds what is demanded', (name, pairs) => {
    const figures = nameFigures(pairs);
    console.info(figuresInWords(name, pairs, figures));
    expect(figures.precision).toBeGreaterThanOrEqual(0.95);
    expect(figures.matched).toBeGreaterThanOrEqual(0.7);
    expect(figures.recall).toBeGreaterThanOrEqual(0.95);
    expect(figures.toldApart).toBeGreaterThanOrEqual(0.9);
  });
});

describe('one person', () => {
  it.each([
    ['Ramkishan Meena', 'राम किशन मीणा', 'joined and apart, two scripts'],
    ['श्रीमती सीता देवी', 'Seeta', 'a title and a filler fewer'],
    ['Mohd. Salim', 'सलीम मोहम्मद', 'a short form and another order'],
    ['Mukesh Jat S/o Bheru Lal', 'मुकेश जाट पुत्र श्री भैरूलाल', 'the same father'],
    ['Sita Meena W/o Mohan', 'सीता मीणा पुत्री रामलाल', 'a husband and a father contradict nothing'],
    ['Mukesh Jat S/o Bheru Lal', 'मुकेश जाट', 'the father is another person'],
    ['Mukesh Jat S/o', 'मुकेश जाट पुत्र', 'a father who is not named'],
    ['Ilyas Khan', 'इलियास खान', 'an i before y'],
    ['Abdullah Khan', 'अब्दुल्ला खान', 'an h that ends a long word'],
    ['Chhama Dave', 'क्षमा दवे', 'क्ष spoken as छ'],
    ['ज़ाकिर हुसैन', 'जाकिर हुसैन', 'nukta'],
    ['कंवर', 'कँवर', 'anusvara and chandrabindu'],
    ['Shri Ram Jat', 'श्रीराम जाट', 'a title that is a part of the name'],
    ['Ramesh\u200BKumar', 'Ramesh Kumar', 'an invisible sign'],
    ['क्\u200Dषमा शर्मा', 'क्षमा शर्मा', 'a joiner'],
    ['रमेश Sharma', 'Ramesh शर्मा', 'scripts mixed'],
    ['RAMESH SHARMA', 'ramesh sharma', 'case'],
  ])('%s and %s: %s', (a, b) => {
    expect(band(a, b)).toBe('match');
  });
});

describe('an officer must look', () => {
  it.each([
    ['', 'Sita', 'nothing written'],
    ['', '', 'nothing on both sides'],
    ['श्री', 'Sita', 'a title alone'],
    ['😀', 'Sita', 'no letters'],
    ['R', 'Ramesh', 'one letter'],
    ['R. K. Sharma', 'Ramesh Kumar Sharma', 'initials'],
    ['आर. के. शर्मा', 'Ramesh Kumar Sharma', 'initials in Hindi'],
    ['R. K.', 'R. K.', 'initials alone'],
    ['Ramesh', 'Ramesh Sharma', 'no surname'],
    ['Biram Ram', 'वर्मा राम', 'a first name that begins like a surname'],
    ['Birma Ram', 'वर्मा राम', 'another one'],
    ['Mukesh Jat S/o Bheru Lal', 'मुकेश जाट पुत्र गोपाल सिंह', 'another father'],
    ['Sita Meena W/o Mohan Meena', 'सीता मीणा पत्नी कैलाश मीणा', 'another husband'],
    ['Sita Devi', 'Sita Meena', 'Devi for a surname'],
    ["jkes'k dqekj", 'रमेश कुमार', 'typed for Krutidev'],
    ['lhrk nsoh', 'सीता देवी', 'typed for Krutidev'],
    ['ਗੁਰਮੀਤ ਸਿੰਘ', 'Gurmeet Singh', 'a script that is not read'],
    ['Ram '.repeat(2500), 'Ram '.repeat(2500), 'longer than a name'],
  ])('%j and %j: %s', (a, b) => {
    expect(band(a.slice(0, 10_000), b)).toBe('look');
  });
});

describe('two persons', () => {
  it.each([
    ['Ramesh Meena', 'Rakesh Meena'],
    ['महेश', 'मुकेश'],
    ['Ramesh Meena', 'Ramesh Gurjar'],
    ['Sitaram', 'Sita Devi Meena'],
    ['R. K. Sharma', 'Suresh Lal Sharma'],
    ['R', 'Suresh'],
    ['Ratan Singh', 'Ratan Kanwar'],
    ['Giriraj Sharma', 'गिरजा शर्मा'],
  ])('%s and %s', (a, b) => {
    expect(band(a, b)).toBe('mismatch');
  });
});

describe('any text', () => {
  const names = [...tuningPairs, ...heldOutPairs].flatMap((pair) => [pair.a, pair.b]);
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from("रामक्षींँ़्ृ aeiouhsrmk.'/0९\u200B😀(")),
    maxLength: 60,
  });
  const text = fc.oneof(fc.constantFrom(...names), letters, fc.string({ unit: 'binary', maxLength: 200 }));

  it('gives the same answer both ways, always one of its own', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const there = matchNames(a, b);
        expect(matchNames(b, a)).toEqual(there);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
        expect(there.score).toBe(Math.round(there.score * 1000) / 1000);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a name for itself', () => {
    for (const name of names) expect([name, band(name, name)]).toEqual([name, 'match']);
  });

  it('orders the bands by the score', () => {
    const judged = [...tuningPairs, ...heldOutPairs].map(({ a, b }) => matchNames(a, b));
    const scores = (wanted: string) => judged.filter((one) => one.band === wanted).map((one) => one.score);
    expect(Math.min(...scores('match'))).toBeGreaterThan(Math.max(...scores('look')));
    expect(Math.min(...scores('look'))).toBeGreaterThan(Math.max(...scores('mismatch')));
  });

  it.each(['a', 'क्', 'R.', '(', 's/o ', 'राम ', '😀', '\u200B', 'Ram Lal ', '1'])(
    '10,000 characters of %j',
    (part) => {
      const long = part.repeat(10_000 / part.length);
      expect(['look', 'mismatch']).toContain(band(long, 'Ram Lal'));
    },
  );
});
