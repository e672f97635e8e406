import type { App, Session } from 'electron';
import { appOrigin, appScheme } from '../../shared/ipc/wire.ts';

/** No navigation, no new windows, no webviews, for every web contents that ever comes to be. */
export function guardAllContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** All permissions refused, nothing from any network, no downloads. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwn(details.url) });
  });
  session.on('will-download', (event) => {
    event.preventDefault();
  });
}

/** Our scheme, and what Chromium makes inside the page from it. */
function isOwn(url: string): boolean {
  return (
    url.startsWith(`${appOrigin}/`) || url.startsWith(`blob:${appScheme}:`) || url.startsWith('devtools:')
  );
}
