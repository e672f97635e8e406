import type { PathHandler } from './app-protocol.ts';
import { secureHeaders } from './content-policy.ts';
import { notFound } from './not-found.ts';

/**
 * Pages of files that are being taken in, at `/intakes/{token}/{masked|original}/{page}.jpg`, from memory, only while
 * an officer is signed in, and never into a cache.
 */
export function serveIntakes(
  isSignedIn: () => boolean,
  pageOf: (token: string, which: 'masked' | 'original', page: number) => Uint8Array | null,
): PathHandler {
  return async (path) => {
    const match = /^\/intakes\/([\w-]{16,64})\/(masked|original)\/(\d{1,2})\.jpg$/.exec(path);
    if (!match) return null;
    const [, token = '', which, page] = match;
    const bytes = isSignedIn()
      ? pageOf(token, which === 'original' ? 'original' : 'masked', Number(page))
      : null;
    if (bytes === null) return notFound();
    return new Response(new Uint8Array(bytes), { headers: secureHeaders('image/jpeg') });
  };
}
