import { NotInStandInError } from './not-in-stand-in.ts';

/**
 * Chromium alone has no schemes of the app's own, so the page sees `http://desk.localhost` (a secure context) where
 * the main process sees `desk://app`. The main process's sender check never meets the stand-in's origin.
 */
export function pageOrigin(scheme: string): string {
  return `http://${scheme}.localhost`;
}

/** `desk://app/x` → `http://desk.localhost/x`. */
export function toPageUrl(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*):\/\/app(\/.*)?$/.exec(url);
  if (!match)
    throw new NotInStandInError(`address ${url} (only the host "app" of a scheme of the app's own)`);
  return `${pageOrigin(match[1] ?? '')}${match[2] ?? '/'}`;
}

/** `http://desk.localhost/x` → `desk://app/x`; any other address as it is. */
export function toAppUrl(url: string): string {
  const match = /^(blob:)?http:\/\/([a-z][a-z0-9+.-]*)\.localhost(\/.*)?$/.exec(url);
  return match ? `${match[1] ?? ''}${match[2] ?? ''}://app${match[3] ?? ''}` : url;
}

/** The scheme of the app's own that a page address stands for, or null. */
export function schemeOf(pageUrl: string): string | null {
  return /^http:\/\/([a-z][a-z0-9+.-]*)\.localhost\//.exec(pageUrl)?.[1] ?? null;
}
