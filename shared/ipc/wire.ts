/** The names of Electron's own channels; only `electron/preload.ts` and `electron/ipc/register.ts` use them. */
export const callChannel = 'desk:call';
export const eventChannel = 'desk:event';

/** Where the app's files (`/index.html`) and scans (`/scans/{hash}`) are served from, by our own scheme. */
export const appScheme = 'desk';
export const appOrigin = 'desk://app';
