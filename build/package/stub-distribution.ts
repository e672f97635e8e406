import { createPackage } from '@electron/asar';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const refusal = `#!/bin/sh
echo 'This package was built where Electron could not be had: it has no Electron in it and does not start.' >&2
exit 1
`;

/**
 * The outline of Electron's distribution for Linux, for machines that cannot get the real one: what electron-builder
 * needs to lay out a package. Its program says what it is and refuses to start.
 *
 * @returns the folder for `electronDist`.
 */
export async function makeStubDistribution(folder: string): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  const app = join(folder, 'default-app');
  const distribution = join(folder, 'distribution');
  mkdirSync(app, { recursive: true });
  mkdirSync(join(distribution, 'resources'), { recursive: true });
  mkdirSync(join(distribution, 'locales'));
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'stub', main: 'main.js' }));
  writeFileSync(join(app, 'main.js'), '');
  await createPackage(app, join(distribution, 'resources', 'default_app.asar'));
  for (const locale of ['en-US', 'hi']) writeFileSync(join(distribution, 'locales', `${locale}.pak`), '');
  for (const program of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(join(distribution, program), refusal);
    chmodSync(join(distribution, program), 0o755);
  }
  return distribution;
}
