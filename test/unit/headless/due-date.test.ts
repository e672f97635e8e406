import { describe, expect, it } from 'vitest';
import { dueDateVerb } from '../../../electron/headless/due-date.ts';

describe('desk due-date', () => {
  it.each([
    ['2026-03-17', '2026-03-30', '2026-04-13'],
    ['2026-10-01', '2026-10-13', '2026-10-27'],
    ['2026-10-16', '2026-10-29', '2026-11-12'],
    ['2026-11-06', '2026-11-19', '2026-12-02'],
  ])('received %s', async (received, day7, day15) => {
    const { exit, json, sentence } = await dueDateVerb([received]);
    expect(json).toEqual({ received, day7, day15, caveat: null });
    expect(exit).toBe(0);
    expect(sentence.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['12/10/2026', '2026-10-12'],
    ['12-10-2026', '2026-10-12'],
    ['3/4/2026', '2026-04-03'],
    ['१७/०३/२०२६', '2026-03-17'],
  ])('takes %s in the Indian order, the day first', async (typed, received) => {
    const { exit, json } = await dueDateVerb([typed]);
    expect(json).toMatchObject({ received });
    expect(exit).toBe(0);
  });

  it.each([
    ['31/02/2026', 'a day that does not exist'],
    ['2026-02-30', 'a day that does not exist'],
    ['10/13/2026', 'the day stands before the month'],
    ['12/10/26', 'type day/month/year'],
    ['12/10/1999', '2000 to 2100'],
  ])('refuses %s in words', async (typed, said) => {
    const { exit, json, sentence } = await dueDateVerb([typed]);
    expect(json).toMatchObject({ error: { kind: 'bad-input', path: 'DATE' } });
    expect(sentence).toContain(said);
    expect(exit).toBe(2);
  });

  it('says beside the date that a year is not known', async () => {
    const { exit, json, sentence } = await dueDateVerb(['2026-12-20']);
    expect(json).toMatchObject({
      day7: '2026-12-30',
      caveat: { hi: '2027 की अवकाश सूची दर्ज नहीं', en: 'The holiday list of 2027 is not recorded' },
    });
    expect(sentence).toContain('2027');
    expect(exit).toBe(0);
  });

  it.each([
    ['Jaipur', 'Jaipur'],
    ['जयपुर', 'Jaipur'],
    ['sri-ganganagar', 'Sri Ganganagar'],
    ['झुन्झुनू', 'Jhunjhunu'],
    ['बाँसवाड़ा', 'Banswara'],
    ['110', 'Jaipur (Census code 110)'],
    ['629', 'Pratapgarh (LGD code 629)'],
    ['सांचौर', 'Jalore is its successor'],
    ['jaipur rural', 'Jaipur is its successor'],
  ])('--district %s: %s', async (typed, said) => {
    const { exit, json, sentence } = await dueDateVerb(['2026-03-17', '--district', typed]);
    expect(sentence).toContain(said);
    expect(json).toMatchObject({ day7: '2026-03-30' });
    expect(exit).toBe(0);
  });

  it('asks where a district was split', async () => {
    const { exit, sentence } = await dueDateVerb(['2026-03-17', '--district=नीमकाथाना']);
    expect(sentence).toContain('Sikar or Jhunjhunu');
    expect(exit).toBe(2);
  });

  it.each([
    [['2026-02-30'], 'DATE'],
    [['17/03'], 'DATE'],
    [['1999-12-31'], 'DATE'],
    [['9999-01-01'], 'DATE'],
    [['2026-03-17T00:00'], 'DATE'],
    [[''], 'DATE'],
    [[], 'DATE'],
    [['2026-03-17', '2026-03-18'], 'DATE'],
    [['2026-03-17', '--district', 'Delhi'], '--district'],
    [['2026-03-17', '--district', ''], '--district'],
    [['2026-03-17', '--district'], 'arguments'],
    [['2026-03-17', '--what'], 'arguments'],
  ])('%j is bad input', async (args, path) => {
    const { exit, json, sentence } = await dueDateVerb(args);
    expect(json).toMatchObject({ error: { kind: 'bad-input', path } });
    expect(sentence.trim()).not.toBe('');
    expect(exit).toBe(2);
  });
});
