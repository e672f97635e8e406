import { checkServerIdentity, type PeerCertificate, type SecureContext } from 'node:tls';
import type { Dispatcher } from 'undici';
import type { Proxy } from './proxy-of.ts';

/** Hears the server's certificate, with those that vouch for it, once all of them hold. */
export type CertificateListener = (certificate: PeerCertificate) => void;

/** Loaded with the first connection that needs it: the start of the app does not. */
export const loadUndici = () => import('undici');

/** Connections to the server, through the proxy where there is one. The certificate is checked in each case. */
export async function makeDispatcher(
  proxy: Proxy | null,
  trusted: SecureContext,
  heard: CertificateListener = () => undefined,
): Promise<Dispatcher> {
  const { Agent, ProxyAgent } = await loadUndici();
  const toServer = {
    secureContext: trusted,
    checkServerIdentity(host: string, certificate: PeerCertificate) {
      const fault = checkServerIdentity(host, certificate);
      if (fault === undefined) heard(certificate);
      return fault;
    },
  };
  if (proxy === null) return new Agent({ connect: toServer });
  return new ProxyAgent({
    uri: proxy.address,
    requestTls: toServer,
    proxyTls: { secureContext: trusted },
    ...(proxy.account ? { token: proxyToken(proxy.account) } : {}),
  });
}

/** What the header `proxy-authorization` holds. */
export function proxyToken({ user, password }: NonNullable<Proxy['account']>): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
