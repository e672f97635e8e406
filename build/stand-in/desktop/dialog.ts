import { basename, join } from 'node:path';
import { throwByName } from '../not-in-stand-in.ts';

const cancelled = { canceled: true, filePath: '' };

/**
 * No dialog can be shown: choosing a file is cancelled, an error box goes to standard error. Where `DESK_TEST_SAVE_DIR`
 * names a folder, saving goes there under the name that was offered, as if the officer had agreed.
 */
export const dialog = throwByName('dialog', {
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
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
