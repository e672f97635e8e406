import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { withoutUnseenPages } from '../../../build/system/spare-chromium.ts';
import { buildHarness, serveHarness } from './harness.ts';

/** Where Debian's package puts it; `CHROMIUM` names another. */
const executable = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Why the window cannot be tried here, or null. */
export const missingBrowser = existsSync(executable) ? null : `no Chromium at ${executable}`;

/** A Friday afternoon in India: what a window shows must not hang on when its tests are run. */
const officeHour = '2026-11-27T09:30:00.000Z';

export interface Harness {
  /**
   * Opens the window alone in a session of its own, its clock going on from `at`. `breaches` fills with what the policy
   * blocked and what was thrown.
   */
  open: (query: string, at?: string) => Promise<{ page: Page; breaches: string[] }>;
  close: () => Promise<void>;
}

export async function startHarness(): Promise<Harness> {
  await buildHarness();
  const { url, server } = await serveHarness(0);
  const browser: Browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-dev-shm-usage', withoutUnseenPages],
  });
  return {
    async open(query, at = officeHour) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
      await context.addInitScript(shiftClock, Date.parse(at) - Date.now());
      const page = await context.newPage();
      const breaches: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') breaches.push(message.text());
      });
      page.on('pageerror', (error) => breaches.push(error.message));
      await page.goto(`${url}?${query}`);
      return { page, breaches };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/** Runs in the page, before anything of it. Timers go on as they are: only what is called the time is another. */
function shiftClock(milliseconds: number): void {
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (target, given: unknown[], made: new () => Date) =>
      Reflect.construct(target, given.length === 0 ? [Real.now() + milliseconds] : given, made) as Date,
    get: (target, name) => (name === 'now' ? () => Real.now() + milliseconds : (Reflect.get(target, name) as unknown)),
  });
}
