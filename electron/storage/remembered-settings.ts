import type { StoreMethod } from './store-methods.ts';

type Call = (method: StoreMethod, args: unknown[]) => Promise<unknown>;

/** What writes settings, or takes them away. */
const changing: ReadonlySet<StoreMethod> = new Set(['writeSettings', 'wipeData']);

/**
 * Answers what was asked before about a setting without asking the vault's thread: a sync asks dozens of times, and each
 * question would wait behind the transaction that is being written. Right only for the one client of a vault, since
 * nobody else writes to it.
 */
export function rememberedSettings(call: Call): Call {
  const known = new Map<unknown, Promise<unknown>>();

  async function change(method: StoreMethod, args: unknown[]): Promise<unknown> {
    known.clear();
    try {
      return await call(method, args);
    } finally {
      // Asked meanwhile, it may have been answered from before the change.
      known.clear();
    }
  }

  function setting(args: unknown[]): Promise<unknown> {
    const [name] = args;
    const before = known.get(name);
    if (before) return before;
    const asked = call('setting', args);
    known.set(name, asked);
    asked.catch(() => {
      if (known.get(name) === asked) known.delete(name);
    });
    return asked;
  }

  return (method, args) => {
    if (method === 'setting') return setting(args);
    return changing.has(method) ? change(method, args) : call(method, args);
  };
}
