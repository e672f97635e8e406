import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareTestFolder, requireTestFolder } from '../../../build/stand-in/test-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-marker-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a new or an empty folder becomes a test folder, again and again', () => {
  const fresh = join(folder, 'new');
  prepareTestFolder(fresh);
  writeFileSync(join(fresh, 'vault.db'), '');
  prepareTestFolder(fresh);
  requireTestFolder(fresh);
  expect(existsSync(join(fresh, 'vault.db'))).toBe(true);
});

test('a folder with data in it is never turned into one', () => {
  writeFileSync(join(folder, 'vault.db'), 'somebody’s work');
  expect(() => {
    prepareTestFolder(folder);
  }).toThrow('demo and test data folders only');
  expect(readdirSync(folder)).toEqual(['vault.db']);
});

test('a folder without the marker is refused by name', () => {
  expect(() => {
    requireTestFolder(folder);
  }).toThrow('.desk-test-data');
});
