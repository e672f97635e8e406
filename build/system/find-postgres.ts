import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from './find-chromium.ts';

/** Debian keeps the programs of each major version here, and out of the search path. */
const debianFolder = '/usr/lib/postgresql';

/**
 * The folder with PostgreSQL's `initdb` and `postgres`: from the search path, else Debian's newest.
 *
 * @returns null when there is none.
 */
export function findPostgres(environment: NodeJS.ProcessEnv, versions = debianFolder): string | null {
  const inPath = findProgram('initdb', environment);
  const folders = inPath ? [dirname(inPath)] : [];
  return [...folders, ...newestFirst(versions)].find(hasServer) ?? null;
}

function newestFirst(versions: string): string[] {
  try {
    const numbers = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
    return numbers.map((number) => join(versions, number, 'bin'));
  } catch {
    return [];
  }
}

function hasServer(folder: string): boolean {
  return ['initdb', 'postgres'].every((name) => findProgram(join(folder, name), {}) !== null);
}
