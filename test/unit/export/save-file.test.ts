import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { safeFileName } from '../../../electron/export/safe-file-name.ts';
import { fileSaver } from '../../../electron/export/save-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'save-file-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const bytes = new TextEncoder().encode('नमूना');
const logged: string[] = [];
const into = (path: string | null) =>
  fileSaver(
    async () => path,
    (where) => logged.push(where),
  );

it('writes whole, in the place of what was there, and leaves nothing else behind', async () => {
  const path = join(folder, 'प्रतिवेदन.csv');
  await writeFile(path, 'earlier');
  expect(await into(path)('x.csv', bytes)).toEqual({ ok: true, value: { savedAs: 'प्रतिवेदन.csv' } });
  expect(await readFile(path, 'utf8')).toBe('नमूना');
  expect(await readdir(folder)).toEqual(['प्रतिवेदन.csv']);
});

it('says that it was cancelled', async () => {
  expect(await into(null)('x.csv', bytes)).toEqual({ ok: true, value: { savedAs: null } });
});

it.each([
  ['a folder that is not there', (folder: string) => join(folder, 'nowhere', 'x.csv')],
  ['the name of a folder', (folder: string) => folder],
])('says that %s cannot be written', async (_what, path) => {
  const failed = { ok: false, error: { kind: 'cannot-save-file' } };
  expect(await into(path(folder))('x.csv', bytes)).toEqual(failed);
  expect(logged).toContain('save-file');
  expect(await readdir(folder)).toEqual([]);
});

it('offers the safe name to the dialog', async () => {
  const offered: string[] = [];
  const save = fileSaver(
    async (name) => (offered.push(name), null),
    () => undefined,
  );
  await save('MIG/JAIPUR-A/2026/0007.pdf', bytes);
  expect(offered).toEqual(['MIG-JAIPUR-A-2026-0007.pdf']);
});

it.each([
  ['con.csv', '_con.csv'],
  ['  .. ', 'file'],
  ['a\u202Excod.exe.pdf', 'a-xcod.exe.pdf'],
  ['', 'file'],
])('makes %j safe', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

it('keeps the ending and the bound, and is safe already the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (stem) => {
      const name = safeFileName(`${stem}.xlsx`);
      expect(name.length).toBeLessThanOrEqual(121);
      expect(name.endsWith('xlsx') || name === 'xlsx').toBe(true);
      expect(name).not.toMatch(/[/\\:*?"<>|]/);
    }),
  );
});
