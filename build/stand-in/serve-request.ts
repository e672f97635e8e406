import type { Request as PageRequest, Route } from 'playwright-core';
import { pageOrigin, schemeOf, toAppUrl } from './app-origin.ts';
import type { Protocol } from './protocol.ts';

/** Decides about one request of a page before anything answers it. */
export type MayLoad = (request: PageRequest) => Promise<boolean>;

/**
 * Answers one request of a page from the handler of the app's scheme, and blocks every other: Chromium has no network
 * in the stand-in.
 */
export async function serveRequest(route: Route, protocol: Protocol, mayLoad: MayLoad): Promise<void> {
  const request = route.request();
  const scheme = schemeOf(request.url());
  const handler = scheme === null ? null : protocol.handlerOf(scheme);
  try {
    // Asked first: the main process hears of a navigation to anywhere, not only to addresses of its own.
    const isAllowed = await mayLoad(request);
    if (!isAllowed || !handler) {
      await route.abort(refusal(request));
      return;
    }
    const answer = await handler(await appRequest(request));
    const body = Buffer.from(await answer.arrayBuffer());
    await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
  } catch (error) {
    if (!isGone(error))
      process.stderr.write(`A handler of the scheme ${scheme ?? ''} failed: ${String(error)}\n`);
    await route.abort('failed').catch(() => undefined);
  }
}

async function appRequest(request: PageRequest): Promise<Request> {
  const headers = await request.allHeaders();
  const given = Object.entries(headers).filter(([name]) => !name.startsWith(':') && name !== 'host');
  const body = request.postDataBuffer();
  const scheme = schemeOf(request.url()) ?? '';
  return new Request(toAppUrl(request.url()), {
    method: request.method(),
    headers: given.map(([name, value]): [string, string] => [
      name,
      value.replaceAll(pageOrigin(scheme), `${scheme}://app`),
    ]),
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

/** A navigation that is aborted leaves the page as it is; a blocked one would replace it by an error page. */
function refusal(request: PageRequest): 'aborted' | 'blockedbyclient' {
  return request.isNavigationRequest() ? 'aborted' : 'blockedbyclient';
}

/** The page went away while its request was being answered. */
function isGone(error: unknown): boolean {
  return error instanceof Error && /closed|already handled|Invalid InterceptionId/.test(error.message);
}
