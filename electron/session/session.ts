import type { OfficerId } from '../../shared/domain/ids.ts';
import type { Leaving } from '../../shared/domain/leaving.ts';
import type { SalvageReport } from '../../shared/ipc/views/salvage.ts';
import type { Instant } from '../../shared/domain/values.ts';
import { mayOpen } from '../../shared/domain/officer-access.ts';
import type { SyncEngine } from '../sync/engine.ts';
import { StorageError } from '../storage/storage-error.ts';
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
 *
 * What opens or closes the vault runs one at a time: two at once would put two engines on one vault. Locking does not
 * wait for them; a sign-in that was under way when it came ends locked.
 */
export class Session {
  readonly folder: VaultFolder;
  readonly #makeEngine: (vault: OpenVault) => SyncEngine;
  #state: State = { phase: 'closed' };
  #last: Promise<unknown> = Promise.resolve();
  #locks = 0;
  #isEnding = false;
  #leaving: Leaving | null = null;
  /** Keeps the keys of an enrolment whose answer was lost: the same code with the same keys is answered again. */
  pendingEnrolment: PendingEnrolment | null = null;

  constructor(folder: VaultFolder, makeEngine: (vault: OpenVault) => SyncEngine) {
    this.folder = folder;
    this.#makeEngine = makeEngine;
  }

  /** Null also at a desk that leaves its district: whoever asks for this works with the district's data. */
  signedIn(): SignedIn | null {
    return this.#leaving === null ? this.present() : null;
  }

  /** Who is signed in, at a leaving desk too. */
  present(): SignedIn | null {
    return this.#state.phase === 'signed-in' ? this.#state : null;
  }

  /** How far the open vault has come with leaving its district; null while it works, or is closed. */
  leaving(): Leaving | null {
    return this.#leaving;
  }

  /** Whether the officer who is signed in has no access any more, while others of this PC have. */
  async hasOfficerLeft(): Promise<boolean> {
    const desk = this.signedIn();
    return desk !== null && (await this.#isGone(desk.vault, desk.officer.officerId));
  }

  /** The sync tells each step. */
  noteLeaving(leaving: Leaving): void {
    this.#leaving = leaving;
  }

  /** @throws StorageError by name; the state is unchanged then. `closed` when it was locked or ended meanwhile. */
  signIn(officerId: OfficerId, password: string): Promise<void> {
    const locksBefore = this.#locks;
    return this.exclusively(() => this.#signIn(officerId, password, locksBefore));
  }

  /** Sets a new password by the printed key, and signs in with it. @throws StorageError by name. */
  recover(officerId: OfficerId, recoveryKey: string, password: string): Promise<void> {
    const locksBefore = this.#locks;
    return this.exclusively(async () => {
      await this.folder.resetPassword(officerId, recoveryKey, password);
      await this.#signIn(officerId, password, locksBefore);
    });
  }

  /** Makes a new vault of what can be read of a damaged one; nobody is signed in then or afterwards. */
  salvage(officerId: OfficerId, password: string, at: Instant): Promise<SalvageReport | null> {
    return this.exclusively(() => {
      // An open vault is never exchanged under its own engine.
      if (this.#state.phase !== 'closed') throw new StorageError('failed');
      return this.folder.salvage(officerId, password, at);
    });
  }

  /**
   * Tries the signed-in officer's password again, as unlocking does, before an act that asks for it.
   * @returns the desk as it stands then. @throws StorageError by name; `closed` when nobody is signed in, or the desk
   *   was locked meanwhile.
   */
  confirmPassword(password: string): Promise<SignedIn> {
    const locksBefore = this.#locks;
    return this.exclusively(async () => {
      const desk = this.signedIn();
      if (!desk) throw new StorageError('closed');
      const again = await this.folder.unlock(desk.officer.officerId, password);
      again.forget();
      if (this.#locks !== locksBefore || this.#state.phase !== 'signed-in') throw new StorageError('closed');
      return this.#state;
    });
  }

  /** Runs what opens, makes or closes the vault after whatever of that kind is under way. */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value> {
    const run = this.#last.then(() => {
      if (this.#isEnding) throw new StorageError('closed');
      return work();
    });
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** After an enrolment, inside `exclusively`: the vault was just made. */
  enter(vault: OpenVault, officer: OfficerKeys): void {
    this.pendingEnrolment = null;
    const engine = this.#makeEngine(vault);
    this.#state = { phase: 'signed-in', vault, officer, engine };
    engine.start();
  }

  lock(): void {
    this.#locks += 1;
    const state = this.#state;
    if (state.phase !== 'signed-in') return;
    state.officer.forget();
    this.#state = { phase: 'locked', vault: state.vault, engine: state.engine };
  }

  /** For good: what is under way ends first, what comes later is refused. */
  async close(): Promise<void> {
    const before = this.#last;
    this.#isEnding = true;
    this.lock();
    await before;
    const state = this.#state;
    this.#state = { phase: 'closed' };
    this.#leaving = null;
    if (state.phase === 'closed') return;
    await state.engine.stop();
    await state.vault.close();
  }

  /** @throws StorageError `officer-left`. */
  async #refuseGone(vault: OpenVault, officerId: OfficerId): Promise<void> {
    if (await this.#isGone(vault, officerId)) throw new StorageError('officer-left');
  }

  async #isGone({ store }: OpenVault, officerId: OfficerId): Promise<boolean> {
    const gone = await store.officersGone();
    if (gone.length === 0) return false;
    const presence = await this.folder.presence();
    const onDevice = presence.state === 'present' ? presence.officers.map(({ id }) => id) : [];
    return !mayOpen(officerId, onDevice, gone);
  }

  async #signIn(officerId: OfficerId, password: string, locksBefore: number): Promise<void> {
    const state = this.#state;
    if (state.phase === 'closed') {
      const { vault, officer } = await this.folder.open(officerId, password);
      try {
        await this.#refuseGone(vault, officerId);
        this.#leaving = await vault.store.leaving();
      } catch (error) {
        officer.forget();
        await vault.close();
        throw error;
      }
      this.enter(vault, officer);
    } else {
      const officer = await this.folder.unlock(officerId, password);
      try {
        await this.#refuseGone(state.vault, officerId);
      } catch (error) {
        officer.forget();
        throw error;
      }
      this.present()?.officer.forget();
      this.#state = { phase: 'signed-in', vault: state.vault, engine: state.engine, officer };
    }
    if (this.#locks === locksBefore) return;
    this.lock();
    throw new StorageError('closed');
  }
}
