import { safeStorage } from 'electron';
import type { OsWrap } from './storage/vault.ts';

/**
 * The operating system's key store around the officers' keys. On Linux without a real key store Electron falls back to
 * `basic_text`, a fixed password in its source: that is no secret, so it counts as unavailable.
 */
export const osWrap: OsWrap = {
  isAvailable: async () => (await safeStorage.isAsyncEncryptionAvailable()) && hasRealSecret(),
  wrap: (plain) => safeStorage.encryptStringAsync(plain),
  unwrap: async (wrapped) => (await safeStorage.decryptStringAsync(Buffer.from(wrapped))).result,
};

function hasRealSecret(): boolean {
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}
