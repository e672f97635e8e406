import { NotInStandInError, throwByName } from '../not-in-stand-in.ts';

function refuse(): never {
  throw new NotInStandInError('Notification (ask isSupported first)');
}

/** Not supported, and says so when asked, as Electron does on a desktop without notifications. */
export const Notification = throwByName('Notification', Object.assign(refuse, { isSupported: () => false }));
