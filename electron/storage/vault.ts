import type { OfficerId } from '../../shared/domain/ids.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { SalvageReport } from '../../shared/ipc/views/salvage.ts';
import type { BlobStore } from './blob-store.ts';
import type { Store, VaultIdentity } from './store.ts';

/** What stands in a data folder, told without any password. */
export type VaultPresence =
  | { state: 'absent' }
  | { state: 'present'; officers: { id: OfficerId; login: string }[] }
  | { state: 'missing-key' | 'damaged-key' };

/** The officer's private keys, in memory only while signed in. */
export interface OfficerKeys {
  officerId: OfficerId;
  /** Ed25519 over the UTF-8 bytes, base64. */
  sign(text: string): string;
  /** Overwrites the key material; `sign` throws from then on. */
  forget(): void;
}

export interface OpenVault {
  store: Store;
  blobs: BlobStore;
  identity: VaultIdentity;
  close(): Promise<void>;
}

/** Key pairs made for an enrolment, before the server has answered. */
export interface EnrolmentKeys {
  /** SPKI DER, base64. */
  officerSigningKey: string;
  officerSealingKey: string;
  deviceSigningKey: string;
}

/** An enrolment in two steps: keys first, the vault on disk only when the server accepted them. */
export interface PendingEnrolment {
  keys: EnrolmentKeys;
  /** Creates keyring, database and blob folder, durable before it resolves. The recovery key is shown once. */
  create(
    identity: Omit<VaultIdentity, 'deviceKey'>,
    password: string,
    at: Instant,
  ): Promise<{ vault: OpenVault; officer: OfficerKeys; recoveryKey: string }>;
}

/** An outer wrap by the operating system (`safeStorage`), where there is one. */
export interface OsWrap {
  isAvailable(): Promise<boolean>;
  wrap(plain: string): Promise<Uint8Array>;
  /** Rejects when the operating system's key is another one now. */
  unwrap(wrapped: Uint8Array): Promise<string>;
}

/**
 * One data folder. Opening needs the password of an officer (Argon2id → private keys → sealed vault key); failures are
 * StorageErrors by name (`wrong-password`, `missing-key`, `damaged-key`, `keyring-changed`, `cannot-decrypt`,
 * `newer-vault`), and none of them deletes or recreates anything.
 */
export interface VaultFolder {
  presence(): Promise<VaultPresence>;
  beginEnrolment(): Promise<PendingEnrolment>;
  open(officerId: OfficerId, password: string): Promise<{ vault: OpenVault; officer: OfficerKeys }>;
  /**
   * A vault that does not open because its database is damaged: what can be read of it is put into a new one.
   * @returns null when it opens after all; nothing was done then.
   */
  salvage(officerId: OfficerId, password: string, at: Instant): Promise<SalvageReport | null>;
  /** Checks a password against an already open vault (unlocking): the keys only. */
  unlock(officerId: OfficerId, password: string): Promise<OfficerKeys>;
  /** With the printed recovery key: opens the vault without any officer's password. */
  openWithRecoveryKey(recoveryKey: string): Promise<OpenVault>;
  /**
   * With the printed recovery key: gives an officer a new password. Keys stay the same, so nothing that was signed and
   * nothing that waits is touched. @throws StorageError `wrong-password` for a mistyped or another vault's key.
   */
  resetPassword(officerId: OfficerId, recoveryKey: string, password: string): Promise<void>;
}
