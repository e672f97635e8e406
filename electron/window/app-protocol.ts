import { protocol, type Session } from 'electron';
import { appOrigin, appScheme } from '../../shared/ipc/wire.ts';
import { notFound } from './not-found.ts';

/** Answers one path below an origin, or null when it has nothing there. */
export type PathHandler = (path: string) => Promise<Response | null>;

/** Our own scheme instead of `file:`: an origin of its own, a policy on every answer, no reach to other files. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Serves `desk://app/…` in one session: the first handler that has an answer gives it. */
export function serveApp(session: Session, handlers: readonly PathHandler[]): void {
  session.protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== appOrigin || request.method !== 'GET') return notFound();
    for (const handle of handlers) {
      const answer = await handle(url.pathname);
      if (answer !== null) return answer;
    }
    return notFound();
  });
}
