import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { freePort } from '../../build/launch/free-port.ts';
import {
  launchDesk,
  type Exit,
  type Host,
  type LaunchedDesk,
  type LaunchOptions,
} from '../../build/launch/launch-desk.ts';
import { prepareTestFolder } from '../../build/stand-in/test-folder.ts';
import { sampleCertificateFile } from './corpus/sample-certificate.ts';

export type DriveOptions = Omit<LaunchOptions, 'dataFolder' | 'cdpPort' | 'stdio'> & {
  /** Without one a private folder is made and deleted again by `dispose`. */
  dataFolder?: string;
  /** How long the window may take until its page has loaded, milliseconds. */
  patience?: number;
};

/** The running app with its window in hand. */
export interface DrivenDesk {
  page: Page;
  desk: LaunchedDesk;
  host: Host;
  dataFolder: string;
  /** As a power cut for the main process; resolves when it is gone, and Chromium with it. */
  kill9(): Promise<Exit>;
  /** The ordinary way out (`before-quit`, `will-quit`), by SIGTERM. */
  quit(): Promise<Exit>;
  /** Ends what still runs and deletes the data folder, if it was made here. */
  dispose(): Promise<void>;
}

/** Makes an empty data folder that the app opens on either host. */
export function makeDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-test-'));
  prepareTestFolder(folder);
  return folder;
}

/**
 * Starts the bundled app (call `bundle()` before) without a display, and takes hold of its window.
 *
 * @throws Error with the app's own output when its window does not come in time.
 */
export async function driveDesk({ patience = 30_000, ...options }: DriveOptions = {}): Promise<DrivenDesk> {
  const dataFolder = options.dataFolder ?? makeDataFolder();
  const cdpPort = await freePort();
  const env = { DESK_SAMPLE_CERTIFICATE: sampleCertificateFile(), ...options.env };
  const desk = launchDesk({ headless: true, ...options, env, dataFolder, cdpPort });
  try {
    const { browser, page } = await attach(desk, cdpPort, Date.now() + patience);
    return drive(desk, browser, page, dataFolder, options.dataFolder === undefined);
  } catch (error) {
    await desk.kill('SIGKILL');
    throw new Error(`The window did not come: ${String(error)}\n${desk.output()}`, { cause: error });
  }
}

function drive(
  desk: LaunchedDesk,
  browser: Browser,
  page: Page,
  dataFolder: string,
  isOurs: boolean,
): DrivenDesk {
  const end = async (signal: NodeJS.Signals) => {
    const exit = await desk.kill(signal);
    await browser.close().catch(() => undefined);
    return exit;
  };
  return {
    page,
    desk,
    host: desk.host,
    dataFolder,
    kill9: () => end('SIGKILL'),
    async quit() {
      const isOver = await Promise.race([desk.kill('SIGTERM'), sleep(20_000, 'no', { ref: false })]);
      if (isOver !== 'no') return end('SIGTERM');
      await end('SIGKILL');
      throw new Error(`The app did not quit within 20 s\n${desk.output()}`);
    },
    async dispose() {
      await end('SIGKILL');
      if (isOurs) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

async function attach(
  desk: LaunchedDesk,
  port: number,
  deadline: number,
): Promise<{ browser: Browser; page: Page }> {
  let ended: Exit | null = null;
  void desk.exited.then((exit) => (ended = exit));
  const hasTime = () => {
    if (ended) throw new Error(`the app ended (${JSON.stringify(ended)})`);
    if (Date.now() > deadline) throw new Error('time is over');
    return true;
  };
  while (hasTime() && !(await hasAppPage(port))) await sleep(50);
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  for (;;) {
    const page = browser
      .contexts()
      .flatMap((context) => context.pages())
      .find((each) => isAppUrl(each.url()));
    if (page) {
      await page.waitForLoadState('load', { timeout: Math.max(1, deadline - Date.now()) });
      return { browser, page };
    }
    hasTime();
    await sleep(50);
  }
}

/** Attached only when the page is there: a client that attaches while the window is being made can miss it. */
async function hasAppPage(port: number): Promise<boolean> {
  const list = await fetch(`http://127.0.0.1:${port}/json/list`)
    .then((answer) => answer.json() as Promise<{ url: string }[]>)
    .catch(() => []);
  return list.some(({ url }) => isAppUrl(url));
}

function isAppUrl(url: string): boolean {
  return url.startsWith('http://desk.localhost/') || url.startsWith('desk://app/');
}
