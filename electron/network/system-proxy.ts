import { hostAndPort } from './proxy-address.ts';
import { exceptionsOf, isExempt } from './proxy-exceptions.ts';
import type { Proxy, SystemProxy } from './proxy-of.ts';

type Environment = Readonly<Partial<Record<string, string>>>;

/** Electron's `session.resolveProxy`: `PROXY host:port; HTTPS host:port; DIRECT`, by what the system is set to. */
export type ResolveProxy = (url: string) => Promise<string>;

/**
 * The proxy of the environment's variables, where there are any; else the one of the system's settings, a script
 * (PAC) evaluated by Chromium among them. SOCKS is passed over.
 */
export function systemProxyOf(environment: Environment, resolve: ResolveProxy): SystemProxy {
  return async (url) => {
    const named = valueOf(environment, 'https_proxy') ?? valueOf(environment, 'http_proxy');
    if (named !== null) {
      const exceptions = exceptionsOf(valueOf(environment, 'no_proxy') ?? '');
      return isExempt(url, exceptions) ? null : proxyIn(named);
    }
    // A system that does not tell has none: the road is then direct, and fails by name where it must not be.
    return firstOf(await resolve(url.href).catch(() => 'DIRECT'));
  };
}

function valueOf(environment: Environment, name: string): string | null {
  const value = environment[name] ?? environment[name.toUpperCase()] ?? '';
  return value === '' ? null : value;
}

/** With its user and password, as such variables carry them. */
function proxyIn(text: string): Proxy | null {
  const url = URL.parse(/^[a-z\d+.-]+:\/\//i.test(text) ? text : `http://${text}`);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return null;
  const account =
    url.username === '' ? null : { user: decoded(url.username), password: decoded(url.password) };
  return { address: `${url.protocol}//${hostAndPort(url)}`, name: hostAndPort(url), account };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function firstOf(answer: string): Proxy | null {
  for (const part of answer.split(';')) {
    const [kind = '', place = ''] = part.trim().split(/\s+/);
    if (kind === 'DIRECT') return null;
    if (kind === 'PROXY') return proxyIn(`http://${place}`);
    if (kind === 'HTTPS') return proxyIn(`https://${place}`);
  }
  return null;
}
