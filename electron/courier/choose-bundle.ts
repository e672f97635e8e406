import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { extname } from 'node:path';

/** Electron's own dialogs over the window; null when the officer cancelled. */
export interface BundleChooser {
  toSave(fileName: string): Promise<string | null>;
  toRead(): Promise<string | null>;
}

const ending = '.courier';

export function bundleChooserOver(window: () => BrowserWindow | null): BundleChooser {
  const filters = [{ name: 'courier', extensions: [ending.slice(1)] }];
  const parentOf = () => {
    const parent = window();
    return parent && !parent.isDestroyed() ? parent : null;
  };
  return {
    async toSave(fileName) {
      const options: SaveDialogOptions = {
        ...{ defaultPath: fileName, filters, properties: ['showOverwriteConfirmation'] },
      };
      const parent = parentOf();
      const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      if (chosen.canceled || chosen.filePath === '') return null;
      return extname(chosen.filePath) === '' ? `${chosen.filePath}${ending}` : chosen.filePath;
    },
    async toRead() {
      const options: OpenDialogOptions = { properties: ['openFile'], filters };
      const parent = parentOf();
      const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    },
  };
}
