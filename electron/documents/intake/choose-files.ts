import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentLimits } from '../../../shared/domain/documents/document-fault.ts';

export interface ChosenFile {
  name: string;
  bytes: Uint8Array;
  /** Not read: it is above the limit. */
  isTooLarge: boolean;
}

/** Electron's own dialogs over the window. */
export interface Chooser {
  /** Empty when the officer cancelled. A file that cannot be read comes empty. */
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
      return Promise.all(paths.slice(0, documentLimits.pages).map(readChosen));
    },
    async folder() {
      const [path] = await ask({ properties: ['openDirectory'] });
      return path ?? null;
    },
  };
}

async function readChosen(path: string): Promise<ChosenFile> {
  const name = basename(path);
  const size = await stat(path).then(
    (facts) => facts.size,
    () => 0,
  );
  if (size > documentLimits.fileBytes) return { name, bytes: new Uint8Array(), isTooLarge: true };
  const bytes = await readFile(path).catch(() => new Uint8Array());
  return { name, bytes: new Uint8Array(bytes), isTooLarge: false };
}
