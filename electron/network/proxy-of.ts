import { hostAndPort } from './proxy-address.ts';
import { isExempt } from './proxy-exceptions.ts';
import type { NetworkSettings, ProxyAccount } from './network-settings.ts';

export interface Proxy {
  /** `http(s)://host:port`, without a user. */
  address: string;
  /** `host:port`, as it is told. */
  name: string;
  account: ProxyAccount | null;
}

/** What the machine itself says about the road to an address; null: it is direct. */
export type SystemProxy = (url: URL) => Promise<Proxy | null>;

/** By which proxy an address is reached; null: directly. */
export async function proxyOf(
  url: URL,
  settings: NetworkSettings,
  systemProxy: SystemProxy,
): Promise<Proxy | null> {
  if (settings.mode === 'none' || isExempt(url, settings.exceptions)) return null;
  if (settings.mode === 'system') return systemProxy(url);
  const { proxy: address, account } = settings;
  return { address, name: hostAndPort(new URL(address)), account };
}
