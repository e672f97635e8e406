import type { OfficerId } from '../../shared/domain/ids.ts';
import type { SyncEngine } from '../sync/engine.ts';
import type { OfficerKeys, OpenVault, PendingEnrolment, VaultFolder } from '../storage/vault.ts';

/** What a handler may use while an officer is signed in. */
export interface SignedIn {
  vault: OpenVault;
  officer: OfficerKeys;
  engine: SyncEngine;
}

type State =
  | { phase: 'closed' }
  /** The officer's keys are gone from memory; what is sealed still leaves, what comes is still received. */
  | { phase: 'locked'; vault: OpenVault; engine: SyncEngine }
  | ({ phase: 'signed-in' } & SignedIn);

/**
 * Closed, signed in or locked. The vault opens with the first sign-in and stays open behind a lock, so that the sync
 * goes on; only signing in puts an officer's keys into memory, and locking takes them out.
 */
export class Session {
  readonly folder: VaultFolder;
  readonly #makeEngine: (vault: OpenVault) => SyncEngine;
  #state: State = { phase: 'closed' };
  /** Keeps the keys of an enrolment whose answer was lost: the same code with the same keys is answered again. */
  pendingEnrolment: PendingEnrolment | null = null;

  constructor(folder: VaultFolder, makeEngine: (vault: OpenVault) => SyncEngine) {
    this.folder = folder;
    this.#makeEngine = makeEngine;
  }

  get phase(): State['phase'] {
    return this.#state.phase;
  }

  signedIn(): SignedIn | null {
    return this.#state.phase === 'signed-in' ? this.#state : null;
  }

  /** The open vault, also behind the lock. */
  vault(): OpenVault | null {
    return this.#state.phase === 'closed' ? null : this.#state.vault;
  }

  /** @throws StorageError by name; the state is unchanged then. */
  async signIn(officerId: OfficerId, password: string): Promise<void> {
    const state = this.#state;
    if (state.phase === 'closed') {
      const { vault, officer } = await this.folder.open(officerId, password);
      this.#enter(vault, officer);
      return;
    }
    const officer = await this.folder.unlock(officerId, password);
    if (state.phase === 'signed-in') state.officer.forget();
    this.#state = { phase: 'signed-in', vault: state.vault, engine: state.engine, officer };
  }

  /** After an enrolment: the vault was just made. */
  enter(vault: OpenVault, officer: OfficerKeys): void {
    this.pendingEnrolment = null;
    this.#enter(vault, officer);
  }

  lock(): void {
    const state = this.#state;
    if (state.phase !== 'signed-in') return;
    state.officer.forget();
    this.#state = { phase: 'locked', vault: state.vault, engine: state.engine };
  }

  async close(): Promise<void> {
    const state = this.#state;
    if (state.phase === 'closed') return;
    this.lock();
    this.#state = { phase: 'closed' };
    await state.engine.stop();
    await state.vault.close();
  }

  #enter(vault: OpenVault, officer: OfficerKeys): void {
    const engine = this.#makeEngine(vault);
    this.#state = { phase: 'signed-in', vault, officer, engine };
    engine.start();
  }
}
