import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Electron's own binary, or null where it could not be fetched. */
export function findElectron(repository: string): string | null {
  const folder = join(repository, 'node_modules', 'electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}
