import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../system/find-chromium.ts';
import { withoutUnseenPages } from '../system/spare-chromium.ts';
import { app, atEnd, chromiumIsGone } from './app.ts';

/** No display, or wished so: Chromium then draws into memory. */
export const isHeadless = process.env['DESK_HEADLESS'] === '1' || !process.env['DISPLAY'];

/** No name resolves, every connection would go to a closed port, and nothing is asked of any service. */
const noNetwork = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--no-pings',
];

let started: Promise<Browser> | null = null;

/** Chromium, started once, with the first window: a second instance of the app never starts one. */
export function browser(): Promise<Browser> {
  started ??= start();
  return started;
}

async function start(): Promise<Browser> {
  const executablePath = findChromium(process.env);
  if (!executablePath)
    throw new Error('The stand-in needs Chromium, and there is none: set DESK_CHROMIUM or install it');
  const scratch = makeScratch();
  const launched = await withTemporaryFolder(scratch, () => launch(executablePath));
  let isEnding = false;
  launched.on('disconnected', () => {
    if (!isEnding) chromiumIsGone();
  });
  atEnd(async () => {
    isEnding = true;
    await launched.close();
    rmSync(scratch, { recursive: true, force: true });
  });
  return launched;
}

function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: isHeadless,
    // Chromium's own sandbox refuses to run as root; everybody else keeps it.
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...noNetwork,
      withoutUnseenPages,
      '--deny-permission-prompts',
      '--window-size=1366,768',
      ...testPort(),
      ...appSwitches(),
    ],
    ignoreDefaultArgs: ['--enable-automation'],
  });
}

/** Playwright makes the profile's folder below the system's temporary folder, and takes no other wish. */
async function withTemporaryFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Only tests get a port; otherwise Chromium listens to the pipe alone. */
function testPort(): string[] {
  const port = process.env['DESK_TEST_CDP_PORT'];
  return port ? [`--remote-debugging-port=${port}`] : [];
}

function appSwitches(): string[] {
  return app.commandLine.hasSwitch('disable-gpu') ? ['--disable-gpu'] : [];
}

const scratchPrefix = 'desk-stand-in-';

/** Chromium's scratch folder; those of processes that were killed are swept away first. */
function makeScratch(): string {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^desk-stand-in-(\d+)-/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
  return mkdtempSync(join(tmpdir(), `${scratchPrefix}${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
