import type { KeptPassword } from '../../shared/ipc/views/network.ts';
import type { OsWrap } from '../storage/vault.ts';

/**
 * The proxy's password: sealed by the operating system's key store where there is one, else in memory until the app
 * ends. Never in a file in clear.
 */
export class ProxyPassword {
  readonly #osWrap: OsWrap;
  #plain: string | null = null;
  #state: KeptPassword = 'none';

  constructor(osWrap: OsWrap) {
    this.#osWrap = osWrap;
  }

  get plain(): string | null {
    return this.#plain;
  }

  get state(): KeptPassword {
    return this.#state;
  }

  /** `lost`: the key store has another key now, as after a change of the Windows account. */
  async open(sealed: string | null): Promise<void> {
    if (sealed === null) return;
    try {
      this.#plain = await this.#osWrap.unwrap(Buffer.from(sealed, 'base64'));
      this.#state = 'sealed';
    } catch {
      this.#state = 'lost';
    }
  }

  /** @returns what may be written to the file; null where it stays in memory only. */
  async seal(password: string): Promise<{ sealed: string | null; take: () => void }> {
    const isSealed = password !== '' && (await this.#osWrap.isAvailable());
    const sealed = isSealed ? Buffer.from(await this.#osWrap.wrap(password)).toString('base64') : null;
    return {
      sealed,
      take: () => {
        this.#plain = password === '' ? null : password;
        this.#state = password === '' ? 'none' : isSealed ? 'sealed' : 'session';
      },
    };
  }
}
