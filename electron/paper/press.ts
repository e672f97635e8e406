import { createHash } from 'node:crypto';
import type { BrowserWindow } from 'electron';
import { fontBytes } from './font-bytes.ts';

/** A page to be printed: the HTML, and the one style in it, which the page's policy names by its hash. */
export interface PressPage {
  html: string;
  style: string;
}

export type PrintOutcome = 'printed' | 'cancelled' | 'failed';

/** How long a page may take until it is loaded and printed, milliseconds. A printer's dialog is not timed. */
const patience = 30_000;

/**
 * Chromium's own printing: one page after the other in a hidden window of its own, whose session is in memory, has no
 * network and runs no script. The window lives for one page: none is left to keep the app open, nor what stood in it.
 */
export class Press {
  readonly #makeWindow: () => BrowserWindow;
  readonly #pageUrl: string;
  #page: PressPage | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** @param pageUrl where `serve` is asked for the page. */
  constructor(makeWindow: () => BrowserWindow, pageUrl: string) {
    this.#makeWindow = makeWindow;
    this.#pageUrl = pageUrl;
  }

  /** Answers the hidden window: the page that is on the press, and the fonts. */
  readonly serve = async (path: string): Promise<Response | null> => {
    const font = fontBytes.get(path);
    if (font) return new Response(font, { headers: headers('font/woff2', "default-src 'none'") });
    if (path !== new URL(this.#pageUrl).pathname || this.#page === null) return null;
    const policy = pagePolicy(this.#page.style);
    return new Response(this.#page.html, { headers: headers('text/html; charset=utf-8', policy) });
  };

  /** @throws Error when Chromium cannot load or print it in time. */
  toPdf(page: PressPage): Promise<Uint8Array> {
    return this.#onPress(page, async (window) =>
      inTime(
        window.webContents.printToPDF({
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      ),
    );
  }

  /** Asks the officer for a printer, as the operating system does. */
  print(page: PressPage): Promise<PrintOutcome> {
    return this.#onPress(
      page,
      ({ webContents }) =>
        new Promise((resolve) => {
          webContents.print({ silent: false, printBackground: true, pageSize: 'A4' }, (isPrinted, reason) => {
            // Electron tells a cancelled dialog by this text only.
            const isCancelled = /cancel/i.test(reason);
            resolve(isPrinted ? 'printed' : isCancelled ? 'cancelled' : 'failed');
          });
        }),
    );
  }

  #onPress<Value>(page: PressPage, work: (window: BrowserWindow) => Promise<Value>): Promise<Value> {
    const run = this.#last.then(async () => {
      this.#page = page;
      const window = this.#makeWindow();
      try {
        await inTime(window.loadURL(this.#pageUrl));
        return await work(window);
      } finally {
        this.#page = null;
        window.destroy();
      }
    });
    this.#last = run.catch(() => undefined);
    return run;
  }
}

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('The press took too long'));
    }, patience);
  });
  return Promise.race([work, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** The page's own style and fonts, the logo from its `data:` address, and nothing else. */
function pagePolicy(style: string): string {
  const hash = createHash('sha256').update(style, 'utf8').digest('base64');
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "font-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function headers(contentType: string, policy: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  };
}
