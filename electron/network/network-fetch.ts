import type { SecureContext } from 'node:tls';
import type { Dispatcher, RequestInfo, RequestInit } from 'undici';
import type { Fetch } from '../sync/http-transport.ts';
import { LinkError } from '../sync/link-error.ts';
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
  /** Proxies that did not let this account through when it was last tried. */
  refusing: Set<string>;
}

export interface NetworkFetch extends Fetch {
  /**
   * For what may go without an answer: a proxy that refused the account is not asked again until somebody else was let
   * through, or the settings change. A wrong password that is tried often locks the account of a whole office.
   */
  unlessRefused: Fetch;
}

/**
 * Fetch by the office's network: its proxy and the authorities it trusts. What may travel in clear goes to this
 * machine itself only (see `checkServerUrl`), and needs neither.
 */
export function networkFetch({ settings, systemProxy, heard }: NetworkFetchOptions): NetworkFetch {
  let roads: Roads | null = null;

  /** Requests under way on the old roads come to their end. */
  function roadsFor(now: NetworkSettings): Roads {
    if (roads?.settings === now) return roads;
    for (const pool of roads?.pools.values() ?? [])
      void pool.then((old) => old.close()).catch(() => undefined);
    const trusted = contextTrusting(now.authorities);
    roads = { settings: now, trusted, pools: new Map(), refusing: new Set() };
    return roads;
  }

  function poolOf({ pools, trusted }: Roads, key: string, proxy: Proxy | null): Promise<Dispatcher> {
    const known = pools.get(key);
    if (known) return known;
    const made = makeDispatcher(proxy, trusted, heard);
    pools.set(key, made);
    return made;
  }

  async function ask(isNeeded: boolean, ...[input, init]: Parameters<Fetch>): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol === 'http:') return globalThis.fetch(input, init);
    const now = await settings();
    const road = roadsFor(now);
    const proxy = await proxyOf(url, now, systemProxy);
    const key = JSON.stringify(proxy);
    if (!isNeeded && road.refusing.has(key)) throw new LinkError('proxy-auth', proxy?.name ?? '');
    const dispatcher = await poolOf(road, key, proxy);
    try {
      const { fetch } = await loadUndici();
      // Node's own fetch is an older copy of the same library: the two have types of their own for the same things.
      const asked = [input as RequestInfo, { ...init, dispatcher } as RequestInit] as const;
      const answer: unknown = await fetch(...asked);
      road.refusing.delete(key);
      return answer as Response;
    } catch (error) {
      const named = await nameFault(error, proxy, () => presentedIssuer(url, proxy, road.trusted));
      if (named instanceof LinkError && named.fault === 'proxy-auth') road.refusing.add(key);
      throw named;
    }
  }

  const fetch: Fetch = (...request) => ask(true, ...request);
  return Object.assign(fetch, { unlessRefused: (...request) => ask(false, ...request) } satisfies {
    unlessRefused: Fetch;
  });
}
