import { StorageError } from '../../electron/storage/storage-error.ts';
import type { Store } from '../../electron/storage/store.ts';
import type { Fetch } from '../../electron/sync/http-transport.ts';

/** A process that can die at any of its steps: from then on nothing it does reaches the store or the network. */
export interface Mortal {
  store: Store;
  fetch: Fetch;
  readonly isDead: boolean;
  kill(): void;
}

/**
 * @param dieAt the count of store calls at which it dies: an even number before the call took effect, an odd one after
 * it committed but before anyone heard of it. Null: it lives until it is killed.
 * @param fetch how it reaches the network while it lives.
 */
export function mortal(store: Store, dieAt: number | null, fetch: Fetch): Mortal {
  let calls = 0;
  let isDead = false;
  const die = (): never => {
    isDead = true;
    throw new StorageError('closed');
  };
  const refuseWhenDead = (): void => {
    if (isDead) throw new TypeError('fetch failed');
  };
  const wrapped = Object.fromEntries(
    Object.entries(store as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>).map(
      ([name, method]) => [
        name,
        async (...args: unknown[]) => {
          calls += 1;
          const isTheEnd = dieAt !== null && calls >= dieAt;
          if (isDead || (isTheEnd && dieAt % 2 === 0)) die();
          const result = await method(...args);
          return isTheEnd ? die() : result;
        },
      ],
    ),
  );
  return {
    // Each name is a method of the store and runs that very method.
    store: wrapped as unknown as Store,
    fetch: async (...args) => {
      refuseWhenDead();
      const response = await fetch(...args);
      refuseWhenDead();
      return response;
    },
    get isDead() {
      return isDead;
    },
    kill() {
      isDead = true;
    },
  };
}
