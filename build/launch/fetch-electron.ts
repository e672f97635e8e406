import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findElectron } from './find-electron.ts';

const patience = 20_000;

/**
 * Electron's binary; tried once for each version to fetch it where it is not there, quietly and for a short time: many
 * of the machines this runs on have no way to it, and must not wait at every start.
 *
 * @returns null where it cannot be had.
 */
export function fetchElectron(repository: string, version: string): string | null {
  const found = findElectron(repository);
  const tried = join(repository, 'node_modules', '.cache', `electron-${version}-not-fetched`);
  if (found || existsSync(tried)) return found;
  const installer = join(repository, 'node_modules', 'electron', 'install.js');
  const { status } = spawnSync(process.execPath, [installer], {
    stdio: 'ignore',
    timeout: patience,
    killSignal: 'SIGKILL',
  });
  if (status === 0) return findElectron(repository);
  mkdirSync(dirname(tried), { recursive: true });
  writeFileSync(tried, 'Delete this file to have `npm start` try to fetch Electron again.\n');
  return null;
}
