import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchNamesVerb } from '../../../electron/headless/match-names.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'names-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function verbOn(content: string | Uint8Array) {
  const file = join(folder, 'pairs.csv');
  await writeFile(file, content);
  return matchNamesVerb([file]);
}

const sita = { a: 'Sita Devi', b: 'सीता देवी', score: expect.any(Number) as number, band: 'match' };

describe('match-names', () => {
  it('compares two names, and a mismatch is an answer', async () => {
    expect(await matchNamesVerb(['Sita Devi', 'सीता देवी'])).toMatchObject({
      exit: 0,
      json: { pairs: [sita] },
    });
    const other = await matchNamesVerb(['Ramesh Meena', 'राकेश मीणा']);
    expect(other).toMatchObject({ exit: 0, json: { pairs: [{ band: 'mismatch' }] } });
  });

  it.each([
    ['plain', 'a,b\nSita Devi,सीता देवी\n'],
    ['order, case, other columns', 'no,B,Note, A\n1,सीता देवी,x,Sita Devi\n'],
    ['byte order mark, CRLF, blank rows', '\uFEFFa,b\r\n\r\nSita Devi,सीता देवी\r\n,\r\n'],
    ['semicolons', 'a;b\nSita Devi;सीता देवी'],
    ['tabs', 'a\tb\nSita Devi\tसीता देवी'],
    ['quotes', '"a","b"\n"Sita Devi","सीता देवी"\n'],
  ])('reads a file: %s', async (_, content) => {
    expect(await verbOn(content)).toMatchObject({ exit: 0, json: { pairs: [sita] } });
  });

  it('gives names back as they were written', async () => {
    const { json } = await verbOn('a,b\n" Devi, ""Sita""\nx ",रमेश \n');
    expect(json).toMatchObject({ pairs: [{ a: ' Devi, "Sita"\nx ', b: 'रमेश ' }] });
  });

  it('takes a short row for an empty name, and a header alone for no pairs', async () => {
    expect((await verbOn('a,b\nSita\n')).json).toMatchObject({ pairs: [{ a: 'Sita', b: '', band: 'look' }] });
    expect(await verbOn('a,b\n')).toMatchObject({ exit: 0, json: { pairs: [] } });
  });

  it.each([
    ['empty', ''],
    ['no columns', 'name1,name2\nSita,Gita\n'],
    ['one column', 'a,c\nSita,Gita\n'],
    ['a column twice', 'a,b,A\nSita,Gita,Rita\n'],
    ['cut within quotes', 'a,b\nSita,"Gi'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0, 0x2c, 0, 0x62, 0])],
    ['not text', new Uint8Array([0x61, 0x2c, 0x62, 0x0a, 0xe0, 0x80, 0x41])],
    ['larger than 50 MB', new Uint8Array(50_000_001)],
  ])('refuses a file: %s', async (_, content) => {
    const refused = await verbOn(content);
    expect(refused).toMatchObject({ exit: 2, json: { error: { kind: 'bad-input' } } });
    expect(refused.sentence).not.toBe('');
  });

  it('refuses a missing file, a folder, and any other number of arguments', async () => {
    for (const args of [[join(folder, 'none.csv')], [folder], [], ['a', 'b', 'c']]) {
      expect(await matchNamesVerb(args)).toMatchObject({ exit: 2 });
    }
  });
});
