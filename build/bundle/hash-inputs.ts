import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One hash over everything that a bundle is made from: the app's sources, the pinned dependencies and the way of
 * building itself.
 *
 * @param root the app, with its `electron`, `renderer` and `shared` folders
 * @param repository where the build scripts and the lock file are
 */
export function hashInputs(root: string, repository: string): string {
  const hash = createHash('sha256');
  const places = [
    ...['electron', 'renderer', 'shared'].map((folder) => join(root, folder)),
    join(repository, 'shared'),
    join(repository, 'build', 'bundle'),
    join(repository, 'build', 'bundle.ts'),
    join(repository, 'package-lock.json'),
  ];
  for (const file of places.filter((place) => existsSync(place)).flatMap(filesIn)) {
    hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** All files below a place in a stable order, or the place itself. */
function filesIn(place: string): string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesIn(join(place, name)));
}
