import type { BlobStore } from '../../../electron/storage/blob-store.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import type { Store } from '../../../electron/storage/store.ts';
import type { Fetch } from '../../../electron/sync/http-transport.ts';

interface Parts {
  store: Store;
  blobs: BlobStore;
  fetch: Fetch;
}

/** A process whose steps are counted, and that can die at any of them: nothing it does has an effect after. */
export interface MortalSteps extends Parts {
  readonly isDead: boolean;
  /** Steps so far: two for each write of the store or of a scan, and for each request that leaves. */
  readonly steps: number;
  kill(): void;
}

const writes: ReadonlySet<string> = new Set<keyof Store>([
  ...([
    'applyChanges',
    'recordDecision',
    'undoDecision',
    'sealDecisions',
    'markSent',
    'unmarkSent',
    'markUnanswered',
  ] as const),
  ...([
    'applyAnswers',
    'scanArrived',
    'scanFailed',
    'noteContact',
    'noteAudit',
    'newDay',
    'saveDraft',
  ] as const),
]);

/** @param dieAt from 1; an odd step is before the act took effect, an even one after it, before anyone heard of it. */
export function mortalSteps(parts: Parts, dieAt: number | null): MortalSteps {
  let steps = 0;
  let isDead = false;

  const isGone = () => isDead;

  function step(): void {
    if (isDead) return;
    steps += 1;
    if (steps === dieAt) isDead = true;
  }

  /** @param fault what the caller sees, who is dead too. */
  async function act<Value>(
    isCounted: boolean,
    fault: () => Error,
    work: () => Promise<Value>,
  ): Promise<Value> {
    if (isCounted) step();
    if (isGone()) throw fault();
    const value = await work();
    if (isCounted) step();
    if (isGone()) throw fault();
    return value;
  }

  const closed = () => new StorageError('closed');
  const unplugged = () => new TypeError('fetch failed');
  type Method = (...args: unknown[]) => Promise<unknown>;
  const methods = Object.entries(parts.store as unknown as Record<string, Method>);
  const { blobs } = parts;
  return {
    // Each name is a method of the store and runs that very method.
    store: Object.fromEntries(
      methods.map(([name, method]) => [
        name,
        (...args: unknown[]) => act(writes.has(name), closed, () => method(...args)),
      ]),
    ) as unknown as Store,
    blobs: {
      has: (hash) => act(false, closed, () => blobs.has(hash)),
      put: (hash, bytes) => act(true, closed, () => blobs.put(hash, bytes)),
      get: (hash) => act(false, closed, () => blobs.get(hash)),
      remove: (hash) => act(true, closed, () => blobs.remove(hash)),
      clear: () => act(true, closed, () => blobs.clear()),
    },
    fetch: (...args) => act(true, unplugged, () => parts.fetch(...args)),
    get isDead() {
      return isDead;
    },
    get steps() {
      return steps;
    },
    kill() {
      isDead = true;
    },
  };
}
