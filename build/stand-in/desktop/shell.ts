import { throwByName } from '../not-in-stand-in.ts';

/** Opens nothing outside the app. */
export const shell = throwByName('shell', {
  openExternal: (url: string) => Promise.reject(new Error(`The stand-in opens nothing outside: ${url}`)),
} satisfies Pick<Electron.Shell, 'openExternal'>);
