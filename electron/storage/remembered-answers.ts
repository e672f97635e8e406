import type { StoreMethod } from './store-methods.ts';

type Call = (method: StoreMethod, args: unknown[]) => Promise<unknown>;

/** What is remembered, and what changes it or takes it away. */
const changing = {
  setting: new Set<StoreMethod>(['writeSettings', 'wipeData']),
  cursor: new Set<StoreMethod>(['applyChanges', 'wipeData']),
};

/**
 * Answers what was asked before about a setting or the cursor without asking the vault's thread: a sync asks dozens of
 * times, and each question would wait behind the transaction that is being written. Right only for the one client of a
 * vault, since nobody else writes to it.
 */
export function rememberedAnswers(call: Call): Call {
  const known = {
    setting: new Map<unknown, Promise<unknown>>(),
    cursor: new Map<unknown, Promise<unknown>>(),
  };

  async function change(kinds: readonly (keyof typeof known)[], method: StoreMethod, args: unknown[]) {
    const forget = () => {
      for (const kind of kinds) known[kind].clear();
    };
    forget();
    try {
      return await call(method, args);
    } finally {
      // Asked meanwhile, it may have been answered from before the change.
      forget();
    }
  }

  function remember(kind: keyof typeof known, args: unknown[]): Promise<unknown> {
    const [name] = args;
    const before = known[kind].get(name);
    if (before) return before;
    const asked = call(kind, args);
    known[kind].set(name, asked);
    asked.catch(() => {
      if (known[kind].get(name) === asked) known[kind].delete(name);
    });
    return asked;
  }

  return (method, args) => {
    if (method === 'setting' || method === 'cursor') return remember(method, args);
    const kinds = (['setting', 'cursor'] as const).filter((kind) => changing[kind].has(method));
    return kinds.length > 0 ? change(kinds, method, args) : call(method, args);
  };
}
