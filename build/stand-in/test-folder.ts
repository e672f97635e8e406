import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Its presence says that a data folder was made for a demo or a test, and holds nobody's real work. */
export const testFolderMarker = '.desk-test-data';

/**
 * Makes a folder that the stand-in will open. Only a new or empty one: putting the marker into a folder with data would
 * turn an office's vault into test data.
 *
 * @throws Error when the folder has contents and no marker.
 */
export function prepareTestFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isTestFolder(folder)) return;
  if (readdirSync(folder).length > 0) throw notTestFolder(folder);
  writeFileSync(join(folder, testFolderMarker), 'Sample data: made for a demo or a test.\n', { flag: 'wx' });
}

/** @throws Error by name for a data folder that no demo or test made. */
export function requireTestFolder(folder: string): void {
  if (!isTestFolder(folder)) throw notTestFolder(folder);
}

function isTestFolder(folder: string): boolean {
  return existsSync(join(folder, testFolderMarker));
}

function notTestFolder(folder: string): Error {
  return new Error(
    `The stand-in opens demo and test data folders only, and ${folder} is none: it has no ${testFolderMarker} file`,
  );
}
