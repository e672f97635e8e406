import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { throwByName } from '../not-in-stand-in.ts';

const cancelled = { canceled: true, filePath: '' };

/** The folder itself where a folder is asked for; else the files in it, by name, one where only one may be chosen. */
function offered(folder: string, { properties = [] }: Electron.OpenDialogOptions): string[] {
  if (properties.includes('openDirectory')) return [folder];
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ name }) => join(folder, name)).sort();
  return properties.includes('multiSelections') ? paths : paths.slice(0, 1);
}

/**
 * No dialog can be shown: choosing a file is cancelled, an error box goes to standard error. Where `DESK_TEST_SAVE_DIR`
 * names a folder, saving goes there under the name that was offered, as if the officer had agreed; where
 * `DESK_TEST_OPEN_DIR` names one, what is chosen is what lies in it.
 */
export const dialog = throwByName('dialog', {
  showOpenDialog: (
    first: Electron.BaseWindow | Electron.OpenDialogOptions,
    second?: Electron.OpenDialogOptions,
  ): Promise<Electron.OpenDialogReturnValue> => {
    const folder = process.env['DESK_TEST_OPEN_DIR'] ?? '';
    const options = second ?? first;
    const filePaths = folder === '' ? [] : offered(folder, options);
    return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
  },
  showSaveDialog: (
    first: Electron.BaseWindow | Electron.SaveDialogOptions,
    second?: Electron.SaveDialogOptions,
  ): Promise<Electron.SaveDialogReturnValue> => {
    const folder = process.env['DESK_TEST_SAVE_DIR'] ?? '';
    const options = second ?? first;
    const defaultPath = 'defaultPath' in options ? (options.defaultPath ?? '') : '';
    if (folder === '' || defaultPath === '') return Promise.resolve(cancelled);
    return Promise.resolve({ canceled: false, filePath: join(folder, basename(defaultPath)) });
  },
  showErrorBox: (title: string, content: string) => {
    process.stderr.write(`${title}: ${content}\n`);
  },
} satisfies Pick<Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>);
