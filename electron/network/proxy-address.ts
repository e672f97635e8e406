import { fail, ok, type Result } from '../../shared/result.ts';
import type { NetworkFault } from '../../shared/network/network-fault.ts';

/** `host:port`, with `http://` or `https://` before it or without, as `http(s)://host:port`. */
export function readProxyAddress(typed: string): Result<string, NetworkFault> {
  const text = typed.trim();
  if (text === '') return fail('proxy-missing');
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `http://${text}`);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
    return fail('proxy-not-an-address');
  if (url.username !== '' || url.password !== '') return fail('proxy-has-credentials');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') return fail('proxy-not-an-address');
  return ok(`${url.protocol}//${hostAndPort(url)}`);
}

/** With the port in any case: it is what an officer compares with the letter of the network's office. */
export function hostAndPort(url: URL): string {
  return `${url.hostname}:${url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port}`;
}
