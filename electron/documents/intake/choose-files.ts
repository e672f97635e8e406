import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { readChosen, type ChosenFile } from './read-chosen.ts';

/** Electron's own dialogs over the window. */
export interface Chooser {
  /** Empty when the officer cancelled. */
  files(endings: readonly string[], isSeveral: boolean): Promise<ChosenFile[]>;
  /** Null when the officer cancelled. */
  folder(): Promise<string | null>;
}

export function chooserOver(window: () => BrowserWindow | null): Chooser {
  const ask = async (options: OpenDialogOptions) => {
    const parent = window();
    const chosen = await (parent && !parent.isDestroyed()
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return chosen.canceled ? [] : chosen.filePaths;
  };
  return {
    async files(endings, isSeveral) {
      const paths = await ask({
        properties: isSeveral ? ['openFile', 'multiSelections'] : ['openFile'],
        filters: [{ name: endings.join(', '), extensions: [...endings] }],
      });
      return Promise.all(paths.map(readChosen));
    },
    async folder() {
      const [path] = await ask({ properties: ['openDirectory'] });
      return path ?? null;
    },
  };
}
