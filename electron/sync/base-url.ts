import { fail, ok, type Result } from '../../shared/result.ts';

export type UrlFault = 'not-a-url' | 'not-https' | 'has-credentials';

/**
 * The central server's address without a slash at its end. Only https; http for a loopback address alone (the demo and
 * tests), since everything else would travel readable.
 */
export function checkServerUrl(text: string): Result<string, UrlFault> {
  const url = URL.parse(text.trim());
  if (!url || url.hostname === '' || url.search !== '' || url.hash !== '') return fail('not-a-url');
  if (url.username !== '' || url.password !== '') return fail('has-credentials');
  const isPlainLoopback = url.protocol === 'http:' && isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !isPlainLoopback) return fail('not-https');
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
