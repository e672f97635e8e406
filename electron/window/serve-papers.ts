import type { PathHandler } from './app-protocol.ts';
import { secureHeaders } from './content-policy.ts';
import { notFound } from './not-found.ts';

/**
 * Papers that were made, at `/papers/{token}.pdf`, only while an officer is signed in, and never into a cache.
 * @param bytesOf null for one that is no longer in memory.
 */
export function servePapers(
  isSignedIn: () => boolean,
  bytesOf: (token: string) => Uint8Array | null,
): PathHandler {
  return async (path) => {
    const match = /^\/papers\/([\w-]{16,64})\.pdf$/.exec(path);
    if (!match) return null;
    const bytes = isSignedIn() ? bytesOf(match[1] ?? '') : null;
    if (bytes === null) return notFound();
    return new Response(new Uint8Array(bytes), { headers: secureHeaders('application/pdf') });
  };
}
