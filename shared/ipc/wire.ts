/** The names of Electron's own channels; only `electron/preload.ts` and `electron/ipc/register.ts` use them. */
export const callChannel = 'desk:call';
export const eventChannel = 'desk:event';

/** Where the app's files and scans are served from, in Electron and on the stand-in. */
export const appOrigin = { electron: 'desk://app', standIn: 'http://desk.localhost' } as const;
