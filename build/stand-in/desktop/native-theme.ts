import { Emitter } from '../emitter.ts';
import { throwByName } from '../not-in-stand-in.ts';

class NativeTheme
  extends Emitter
  implements Pick<Electron.NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  readonly shouldUseDarkColors = false;
  themeSource: 'system' | 'light' | 'dark' = 'light';

  constructor() {
    super('nativeTheme', [], ['updated']);
  }
}

/** Always light. */
export const nativeTheme = throwByName('nativeTheme', new NativeTheme());
