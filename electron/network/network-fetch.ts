import type { SecureContext } from 'node:tls';
import type { Dispatcher, RequestInfo, RequestInit } from 'undici';
import type { Fetch } from '../sync/http-transport.ts';
import { loadUndici, makeDispatcher, type CertificateListener } from './make-dispatcher.ts';
import { nameFault } from './name-fault.ts';
import type { NetworkSettings } from './network-settings.ts';
import { presentedIssuer } from './presented-issuer.ts';
import { proxyOf, type Proxy, type SystemProxy } from './proxy-of.ts';
import { contextTrusting } from './trusted-authorities.ts';

export interface NetworkFetchOptions {
  /** Asked for each request, so that a change holds from the next one on. The same object means: nothing changed. */
  settings: () => Promise<NetworkSettings>;
  systemProxy: SystemProxy;
  heard?: CertificateListener;
}

/** Connections that were made under the same settings, one pool for each proxy. */
interface Roads {
  settings: NetworkSettings;
  trusted: SecureContext;
  pools: Map<string, Promise<Dispatcher>>;
}

/**
 * Fetch by the office's network: its proxy and the authorities it trusts. What may travel in clear goes to this
 * machine itself only (see `checkServerUrl`), and needs neither.
 */
export function networkFetch({ settings, systemProxy, heard }: NetworkFetchOptions): Fetch {
  let roads: Roads | null = null;

  /** Requests under way on the old roads come to their end. */
  function roadsFor(now: NetworkSettings): Roads {
    if (roads?.settings === now) return roads;
    for (const pool of roads?.pools.values() ?? [])
      void pool.then((old) => old.close()).catch(() => undefined);
    roads = { settings: now, trusted: contextTrusting(now.authorities), pools: new Map() };
    return roads;
  }

  function poolOf({ pools, trusted }: Roads, proxy: Proxy | null): Promise<Dispatcher> {
    const key = JSON.stringify(proxy);
    const known = pools.get(key);
    if (known) return known;
    const made = makeDispatcher(proxy, trusted, heard);
    pools.set(key, made);
    return made;
  }

  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol === 'http:') return globalThis.fetch(input, init);
    const now = await settings();
    const road = roadsFor(now);
    const proxy = await proxyOf(url, now, systemProxy);
    const dispatcher = await poolOf(road, proxy);
    try {
      const { fetch } = await loadUndici();
      // Node's own fetch is an older copy of the same library: the two have types of their own for the same things.
      const asked = [input as RequestInfo, { ...init, dispatcher } as RequestInit] as const;
      const answer: unknown = await fetch(...asked);
      return answer as Response;
    } catch (error) {
      throw await nameFault(error, proxy, () => presentedIssuer(url, proxy, road.trusted));
    }
  };
}
