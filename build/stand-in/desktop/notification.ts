import { NotInStandInError, throwByName } from '../not-in-stand-in.ts';

/** Not supported, and says so when asked, as Electron does on a desktop without notifications. */
export const Notification = throwByName(
  'Notification',
  class StandInNotification {
    static isSupported(): boolean {
      return false;
    }

    constructor() {
      throw new NotInStandInError('Notification (ask isSupported first)');
    }
  },
);
