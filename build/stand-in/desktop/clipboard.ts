import { throwByName } from '../not-in-stand-in.ts';

let text = '';

/** Text that stays in this process: the stand-in does not reach the desktop's clipboard. */
export const clipboard = throwByName('clipboard', {
  readText: () => Promise.resolve(text),
  writeText: (given: string) => {
    text = given;
    return Promise.resolve();
  },
  clear: () => {
    text = '';
  },
} satisfies Pick<Electron.Clipboard, 'readText' | 'writeText' | 'clear'>);
