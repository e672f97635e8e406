import { secureHeaders } from './content-policy.ts';

export function notFound(): Response {
  return new Response('not found', { status: 404, headers: secureHeaders('text/plain; charset=utf-8') });
}
