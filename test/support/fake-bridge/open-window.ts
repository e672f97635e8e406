import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
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
   * Opens the window for the test that runs, its clock going on from `at`. `breaches` fills with what the policy blocked
   * and what was thrown. After the test its page serves a later one, which is twice as fast as a new page; that of a test
   * that failed does not.
   */
  open: (query: string, at?: string) => Promise<Opened>;
  close: () => Promise<void>;
}

interface Opened {
  page: Page;
  breaches: string[];
}

export async function startHarness(): Promise<Harness> {
  await buildHarness();
  const { url, server } = await serveHarness(0);
  const browser: Browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--disable-dev-shm-usage', withoutUnseenPages],
  });
  const free: Page[] = [];
  return {
    async open(query, at = officeHour) {
      const page = free.pop() ?? (await newPage(browser));
      const breaches: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') breaches.push(message.text());
      });
      page.on('pageerror', (error) => breaches.push(error.message));
      onTestFinished(async ({ task }) => {
        // By name: Playwright has listeners of its own on it.
        page.removeAllListeners('console').removeAllListeners('pageerror');
        if (task.result?.state === 'fail') await page.context().close();
        else free.push(await leftEmpty(page));
      });
      await page.goto(`${url}?${query}&at=${at}`);
      return { page, breaches };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return context.newPage();
}

/** Nothing of the window before is there: its storage, where its pointer lay, what still runs in it. */
async function leftEmpty(page: Page): Promise<Page> {
  const { origin } = new URL(page.url());
  await page.evaluate(() => window.sessionStorage.clear());
  await page.goto('about:blank');
  await page.mouse.move(0, 0);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await session.detach();
  return page;
}
