import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WatchedFolder } from '../../../../electron/documents/intake/watched-folder.ts';

let path: string;
let folder: WatchedFolder;
beforeEach(async () => {
  path = mkdtempSync(join(tmpdir(), 'desk-test-folder-'));
  folder = new WatchedFolder();
  folder.watch(path);
});
afterEach(() => rmSync(path, { recursive: true, force: true }));

/** @param minute when it was written */
function scan(name: string, minute: number, text = 'scan'): string {
  const file = join(path, name);
  writeFileSync(file, text);
  utimesSync(file, 1_700_000_000 + minute * 60, 1_700_000_000 + minute * 60);
  return file;
}

const names = () => folder.state().files.map(({ name }) => name);
const idOf = (name: string) => folder.state().files.find((file) => file.name === name)?.id ?? '';

test('in a folder with thousands of files the newest are shown, whatever they are called', async () => {
  for (let n = 0; n < 1500; n += 1) scan(`${n}.jpg`.padStart(9, '0'), n % 100);
  scan('zz-new.jpg', 200);
  await folder.look();
  expect(names()).toHaveLength(500);
  expect(names()[0]).toBe('zz-new.jpg');
  expect(names()[1]).toMatch(/99\.jpg$/);
  expect((await folder.read(idOf('zz-new.jpg')))?.bytes).toHaveLength(4);
});

test('a scan that the scanner wrote under the same name is not deleted in place of the one taken in', async () => {
  const file = scan('scan.pdf', 1, 'of one');
  await folder.look();
  const taken = await folder.read(idOf('scan.pdf'));
  scan('scan.pdf', 2, 'of the next');
  expect(await folder.deleteOriginal(taken?.id ?? '')).toBe('changed');
  expect(readFileSync(file, 'utf8')).toBe('of the next');
  expect(folder.state().files).toMatchObject([{ name: 'scan.pdf', isTaken: false }]);
});

test('the original that was taken in is deleted, once', async () => {
  const file = scan('scan.pdf', 1);
  await folder.look();
  const taken = await folder.read(idOf('scan.pdf'));
  folder.noteTaken(taken?.id ?? '');
  expect(folder.state().files).toMatchObject([{ isTaken: true }]);
  expect(await folder.deleteOriginal(taken?.id ?? '')).toBe('deleted');
  expect(existsSync(file)).toBe(false);
  expect(await folder.deleteOriginal(taken?.id ?? '')).toBe('gone');
});

test('a file that grew since the last look is taken, and known, as it is now', async () => {
  scan('scan.pdf', 1, 'half');
  await folder.look();
  const before = idOf('scan.pdf');
  scan('scan.pdf', 2, 'half and the rest');
  const taken = await folder.read(before);
  expect(Buffer.from(taken?.bytes ?? []).toString()).toBe('half and the rest');
  expect(taken?.id).not.toBe(before);
  expect(await folder.deleteOriginal(taken?.id ?? '')).toBe('deleted');
});
