import type { BrowserWindow } from 'electron';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../../build/system/find-chromium.ts';
import { withoutUnseenPages } from '../../../build/system/spare-chromium.ts';
import { Press } from '../../../electron/paper/press.ts';

const origin = 'http://desk.localhost';

/** The press as the app has it, on a Chromium without the app around it. */
export interface ChromiumPress {
  press: Press;
  /** Breaches of the page's policy, and requests for what the press does not serve. */
  complaints: string[];
  close(): Promise<void>;
}

export async function startChromiumPress(): Promise<ChromiumPress> {
  const executablePath = findChromium(process.env);
  if (!executablePath) throw new Error('No Chromium');
  const browser = await chromium.launch({
    executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [withoutUnseenPages],
  });
  const complaints: string[] = [];
  const press: Press = new Press(() => hiddenWindow(browser, press, complaints), `${origin}/paper.html`);
  return { press, complaints, close: () => browser.close() };
}

/** Of Electron's window only what the press uses. */
function hiddenWindow(browser: Browser, press: Press, complaints: string[]): BrowserWindow {
  const opened = browser.newPage();
  const window = {
    async loadURL(url: string) {
      const page = await opened;
      page.on('console', (message) => complaints.push(message.text()));
      await page.route('**/*', async (route) => {
        const answer = await press.serve(new URL(route.request().url()).pathname);
        if (answer === null) complaints.push(`asked for ${route.request().url()}`);
        if (answer === null) return route.abort();
        const body = Buffer.from(await answer.arrayBuffer());
        return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
      });
      await page.goto(url, { waitUntil: 'load' });
    },
    webContents: {
      printToPDF: async () =>
        (await opened).pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true }),
    },
    destroy: () => void opened.then((page) => page.close()),
  };
  return window as unknown as BrowserWindow;
}
