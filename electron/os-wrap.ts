import { safeStorage } from 'electron';
import type { OsWrap } from './storage/vault.ts';

/**
 * The operating system's key store around the officers' keys. On Linux without a real key store Electron falls back to
 * `basic_text`, a fixed password in its source: that is no secret, so it counts as unavailable.
 */
export const osWrap: OsWrap = {
  isAvailable: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  wrap: (plain) => safeStorage.encryptString(plain),
  unwrap: (wrapped) => safeStorage.decryptString(Buffer.from(wrapped)),
};
