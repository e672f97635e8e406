import { throwByName } from '../not-in-stand-in.ts';

type SafeStorageMembers = Pick<
  Electron.SafeStorage,
  'isAsyncEncryptionAvailable' | 'getSelectedStorageBackend'
>;

/** No key store of the operating system: asked, it says so; using it all the same throws by name. */
export const safeStorage = throwByName('safeStorage', {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  getSelectedStorageBackend: () => 'unknown',
} satisfies SafeStorageMembers);
