import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPostgres } from '../../../build/system/find-postgres.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-find-postgres-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function addPrograms(place: string, names = ['initdb', 'postgres']): string {
  const path = join(folder, place);
  mkdirSync(path, { recursive: true });
  for (const name of names) {
    writeFileSync(join(path, name), '#!/bin/sh\n');
    chmodSync(join(path, name), 0o755);
  }
  return path;
}

test('the search path comes first, then the newest version that has a server', () => {
  const versions = join(folder, 'versions');
  expect(findPostgres({ PATH: folder }, versions)).toBeNull();
  addPrograms('versions/9/bin');
  const newest = addPrograms('versions/15/bin');
  addPrograms('versions/16/bin', ['initdb']);
  expect(findPostgres({ PATH: folder }, versions)).toBe(newest);
  const own = addPrograms('own');
  expect(findPostgres({ PATH: own }, versions)).toBe(own);
});
