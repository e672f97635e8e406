import { certificateFaultOf, chainOf, codeOf } from '../sync/fetch-failure.ts';
import { LinkError } from '../sync/link-error.ts';
import type { Proxy } from './proxy-of.ts';

/** Before there is a tunnel, only the proxy is connected to. */
const unconnected = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'],
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** The proxy could not reach the server in its turn: for the desk that is no link. */
const unreached = new Set([502, 503, 504]);

/**
 * What a failed connection by a proxy is, as a LinkError; anything else as it came.
 * @param issuerOf asks who signed the certificate that was refused; empty when that cannot be learned.
 */
export async function nameFault(
  error: unknown,
  proxy: Proxy | null,
  issuerOf: () => Promise<string>,
): Promise<unknown> {
  if (certificateFaultOf(error) === 'certificate-untrusted')
    return new LinkError('certificate-untrusted', await issuerOf(), error);
  return (proxy && proxyFault(error, proxy)) ?? error;
}

function proxyFault(error: unknown, proxy: Proxy): LinkError | null {
  const cause = chainOf(error).at(-1);
  const code = codeOf(cause);
  if (code !== null && unconnected.has(code)) return new LinkError('proxy-unreachable', proxy.name, error);
  // The library tells the answer of a proxy in its message only.
  const told = cause instanceof Error ? /^Proxy response \((\d{3})\)/.exec(cause.message) : null;
  if (!told) return null;
  const status = Number(told[1]);
  if (status === 407) return new LinkError('proxy-auth', proxy.name, error);
  return unreached.has(status)
    ? null
    : new LinkError('proxy-refused', `${proxy.name}, HTTP ${status}`, error);
}
