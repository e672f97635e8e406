import { dialog, type BrowserWindow, type SaveDialogOptions } from 'electron';
import { extname } from 'node:path';
import type { ChoosePath } from './save-file.ts';

/** Electron's own dialog over the window: it asks before a file is overwritten. */
export function dialogOver(window: () => BrowserWindow | null): ChoosePath {
  return async (defaultName) => {
    const ending = extname(defaultName);
    const options: SaveDialogOptions = {
      defaultPath: defaultName,
      filters: [{ name: ending.slice(1).toUpperCase(), extensions: [ending.slice(1)] }],
      properties: ['showOverwriteConfirmation'],
    };
    const parent = window();
    const chosen = await (parent && !parent.isDestroyed()
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    if (chosen.canceled || chosen.filePath === '') return null;
    // Some desktops leave out the ending that the filter stands for.
    return extname(chosen.filePath) === '' ? `${chosen.filePath}${ending}` : chosen.filePath;
  };
}
