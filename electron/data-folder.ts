import type { App } from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Where vault, keyring, blobs and log live: the user's own folder. Only an unpackaged app (development, demo, tests)
 * takes another one from `DESK_DATA_DIR`; in a package an environment variable must not move the vault.
 */
export function chooseDataFolder(app: App): void {
  const given = process.env['DESK_DATA_DIR'];
  if (app.isPackaged || given === undefined || given === '') return;
  const folder = resolve(given);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
}

/** The vault's own folder inside the app's; Chromium keeps its files beside it, not in it. */
export function vaultFolderPath(app: Pick<App, 'getPath'>): string {
  return join(app.getPath('userData'), 'vault');
}
