/** What the init script is given; all of it is text, and none of it stays reachable for page code. */
export interface BridgeSetup {
  /** The raw binding's name on `globalThis`, random for each window; it is removed before page code runs. */
  binding: string;
  /** Only documents of this origin get the preload. */
  origin: string;
  /** First argument of the one console call by which the host gets hold of the receiver. */
  token: string;
}

/** From the page to the host; `body` is encoded by the codec. */
export interface FromPage {
  kind: 'invoke' | 'send' | 'preload-error';
  id: number;
  channel: string;
  body: string;
}

/** From the host to the page. */
export interface ToPage {
  kind: 'event' | 'result' | 'error';
  id: number;
  channel: string;
  body: string;
}

type PageListener = (event: unknown, ...values: unknown[]) => void;
type Preload = (
  require: (name: string) => unknown,
  module: object,
  exports: object,
  process: unknown,
) => void;

/**
 * Runs in the page before any of its code, as its own source text: takes the binding away, hands the receiver to the
 * host and runs the preload bundle with a `require('electron')` of the four renderer modules.
 */
export function installBridge(
  setup: BridgeSetup,
  encode: (value: unknown) => string,
  decode: (text: string) => unknown,
  preload: Preload,
): void {
  const global = globalThis as unknown as Record<string, unknown>;
  const post = global[setup.binding] as ((text: string) => void) | undefined;
  Reflect.deleteProperty(global, setup.binding);
  const isOurs = window === window.top && location.href.startsWith(`${setup.origin}/`);
  if (!isOurs || !post) return;

  const listeners = new Map<string, Set<PageListener>>();
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;

  const tell = (kind: FromPage['kind'], id: number, channel: string, value: unknown) => {
    post(JSON.stringify({ kind, id, channel, body: encode(value) } satisfies FromPage));
  };
  const receive = (text: string) => {
    const message = JSON.parse(text) as ToPage;
    if (message.kind === 'event') {
      const values = decode(message.body) as unknown[];
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({}, ...values);
      return;
    }
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'result') call?.resolve(decode(message.body));
    else call?.reject(new Error(String(decode(message.body))));
  };
  console.debug(setup.token, receive);

  const named = <T extends object>(name: string, members: T): T =>
    new Proxy(members, {
      get(target, key, receiver): unknown {
        if (typeof key === 'symbol' || key in target || key === 'then')
          return Reflect.get(target, key, receiver);
        throw new Error(`Electron's ${name}.${key} is not in the stand-in`);
      },
    });
  const removeListener = (channel: string, listener: PageListener) => {
    listeners.get(channel)?.delete(listener);
  };
  const on = (channel: string, listener: PageListener) => {
    listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
  };
  const ipcRenderer = named('ipcRenderer', {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        tell('invoke', id, channel, values);
        waiting.set(id, { resolve, reject });
      }),
    send: (channel: string, ...values: unknown[]) => {
      tell('send', 0, channel, values);
    },
    on,
    once: (channel: string, listener: PageListener) => {
      const once: PageListener = (event, ...values) => {
        removeListener(channel, once);
        listener(event, ...values);
      };
      on(channel, once);
    },
    off: removeListener,
    removeListener,
    removeAllListeners: (channel: string) => listeners.delete(channel),
  });

  /** What crosses Electron's context bridge is copied; functions are wrapped so that their values are copied too. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      const inner = value as (...values: unknown[]) => unknown;
      return (...values: unknown[]) => cross(inner(...values.map(cross)));
    }
    if (value instanceof Promise) {
      return value.then(cross, (error: unknown) => {
        throw new Error(error instanceof Error ? error.message : String(error));
      });
    }
    if (Array.isArray(value)) return value.map(cross);
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item)]));
    }
    return typeof value === 'object' && value !== null ? structuredClone(value) : value;
  };
  const freeze = (value: unknown): unknown => {
    if (value !== null && typeof value === 'object') Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  const contextBridge = named('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      if (key in window) throw new Error(`Cannot bind an API on top of an existing property: ${key}`);
      const value = freeze(cross(api));
      Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
    },
  });

  const electron = named('renderer module', { contextBridge, ipcRenderer, webUtils: named('webUtils', {}) });
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`A sandboxed preload cannot require '${name}' in the stand-in`);
  };
  try {
    const module = { exports: {} };
    const process = named('process', { type: 'renderer', sandboxed: true, contextIsolated: true });
    preload(require, module, module.exports, process);
  } catch (error) {
    tell('preload-error', 0, '', error instanceof Error ? error : String(error));
  }
}
