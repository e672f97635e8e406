import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { launchDesk } from '../../../build/launch/launch-desk.ts';
import { makeDataFolder, type DrivenDesk } from '../../support/drive-desk.ts';
import { bundleContractApp, call, driveContractApp } from './contract-app.ts';

let distFolder: string;
let running: DrivenDesk[] = [];

beforeAll(async () => {
  distFolder = await bundleContractApp();
}, 60_000);
afterEach(async () => {
  await Promise.all(running.map((driven) => driven.dispose()));
  running = [];
});

async function drive(...given: Parameters<typeof driveContractApp>): Promise<DrivenDesk> {
  const driven = await driveContractApp(...given);
  running.push(driven);
  return driven;
}

/** The processes of Chromium that a main process started, by its scratch folder in their command lines. */
function chromiumOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(`desk-stand-in-${pid}-`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/**
 * Chromium's own first process: the child of the main process. Not the one with the lowest number, for numbers begin
 * again at 1 when they have run out, and one of its helpers may then have it.
 */
function browserOf(pid: number): number {
  const [browser] = chromiumOf(pid).filter((each) =>
    readFileSync(`/proc/${each}/status`, 'utf8').includes(`\nPPid:\t${pid}\n`),
  );
  if (browser === undefined) throw new Error(`the main process ${pid} has no Chromium`);
  return browser;
}

test('quits in order: what prevents it once is asked again', async () => {
  const driven = await drive();
  const pid = driven.desk.process.pid ?? 0;
  expect(await driven.quit()).toEqual({ code: 0, signal: null });
  expect(driven.desk.output()).toContain('will-quit');
  await expect.poll(() => chromiumOf(pid)).toEqual([]);
});

test('quits by itself when the main process says so', async () => {
  const driven = await drive();
  await call(driven.page, 'quit').catch(() => undefined);
  expect(await driven.desk.exited).toEqual({ code: 0, signal: null });
});

test('quits when the window closes, as the app’s own code says', async () => {
  const driven = await drive();
  await driven.page.close();
  expect((await driven.desk.exited).code).toBe(0);
});

test('Chromium ends with a main process that is killed, and its scratch folder goes with the next start', async () => {
  const driven = await drive();
  const pid = driven.desk.process.pid ?? 0;
  expect(chromiumOf(pid).length).toBeGreaterThan(0);
  expect((await driven.kill9()).signal).toBe('SIGKILL');
  await expect.poll(() => chromiumOf(pid), { timeout: 10_000 }).toEqual([]);
  await drive();
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`desk-stand-in-${pid}-`))).toEqual([]);
});

test('no app stays behind a test that is killed', async () => {
  const folder = makeDataFolder();
  const script = `
    import { launchDesk } from '${new URL('../../../build/launch/launch-desk.ts', import.meta.url).href}';
    const desk = launchDesk(${JSON.stringify({ dataFolder: folder, distFolder, headless: true, host: 'stand-in' })});
    console.log(desk.process.pid);
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 1500);`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const pid = Number(stdout);
  expect(pid).toBeGreaterThan(1);
  await expect.poll(() => existsSync(`/proc/${pid}/fd/1`), { timeout: 10_000 }).toBe(false);
  rmSync(folder, { recursive: true, force: true });
});

test('the main process ends with a Chromium that is killed', async () => {
  const driven = await drive();
  process.kill(browserOf(driven.desk.process.pid ?? 0), 'SIGKILL');
  await driven.desk.exited;
  expect(driven.desk.output()).toContain('Chromium has ended');
});

test('a second instance hands over and ends; a killed one leaves the folder free', async () => {
  const first = await drive();
  const options = { dataFolder: first.dataFolder, distFolder, headless: true, host: 'stand-in' } as const;
  for (let round = 0; round < 3; round++) {
    const second = launchDesk(options);
    expect(await second.exited, second.output()).toEqual({ code: 0, signal: null });
    expect(second.output()).not.toContain('loaded');
  }
  await expect.poll(() => first.desk.output().split('second-instance with argv').length).toBe(4);
  await first.kill9();
  expect(readlinkSync(join(first.dataFolder, 'SingletonLock'))).toContain(String(first.desk.process.pid));
  const third = await drive({ dataFolder: first.dataFolder });
  expect(await call(third.page, 'echo', 3)).toEqual([3]);
});

test('a data folder that no demo or test made is refused by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-office-'));
  writeFileSync(join(folder, 'vault.db'), 'somebody’s work');
  const options = { dataFolder: folder, distFolder, headless: true, host: 'stand-in' } as const;
  expect(() => launchDesk(options)).toThrow('demo and test data folders only');

  // The app itself refuses too, started past the launcher.
  const marked = makeDataFolder();
  const desk = launchDesk({ ...options, dataFolder: marked, env: { DESK_DATA_DIR: folder } });
  expect((await desk.exited).code).not.toBe(0);
  expect(desk.output()).toContain('demo and test data folders only');
  expect(readdirSync(folder)).toEqual(['vault.db']);
  for (const each of [folder, marked]) rmSync(each, { recursive: true });
});

test('what a page stores is gone with the app, and never was on disk', async () => {
  const mark = `only-in-memory-${'x'.repeat(40)}`;
  const driven = await drive();
  await driven.page.evaluate(async (value) => {
    localStorage.setItem('mark', value);
    document.cookie = `mark=${value}; max-age=9999`;
    const cache = await caches.open('c');
    await cache.put('/mark', new Response(value));
    await new Promise<void>((resolve, reject) => {
      const open = indexedDB.open('db');
      open.onupgradeneeded = () => open.result.createObjectStore('rows');
      open.onerror = () => {
        reject(new Error('no IndexedDB'));
      };
      open.onsuccess = () => {
        const write = open.result.transaction('rows', 'readwrite', { durability: 'strict' });
        for (let row = 0; row < 200; row++)
          write.objectStore('rows').put(`${value}${'y'.repeat(10_000)}`, row);
        write.oncomplete = () => {
          resolve();
        };
      };
    });
  }, mark);
  const scratch = readdirSync(tmpdir()).filter((name) =>
    name.startsWith(`desk-stand-in-${driven.desk.process.pid}-`),
  );
  expect(scratch).toHaveLength(1);
  const places = [driven.dataFolder, ...scratch.map((name) => join(tmpdir(), name))];
  expect(places.flatMap(filesWith(mark))).toEqual([]);
  await driven.quit();
  const again = await drive({ dataFolder: driven.dataFolder });
  expect(await again.page.evaluate(() => localStorage.getItem('mark'))).toBeNull();
});

/** Names of the files below a folder that contain a text, as one byte or as two bytes a letter. */
function filesWith(mark: string): (folder: string) => string[] {
  return (folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
      .filter((file) => {
        const bytes = readFileSync(file);
        return bytes.includes(mark) || bytes.includes(Buffer.from(mark, 'utf16le'));
      });
}

test('Chromium listens on no port but the test’s, and on none without one', async () => {
  const folder = makeDataFolder();
  const desk = launchDesk({ dataFolder: folder, distFolder, headless: true, host: 'stand-in' });
  await expect.poll(() => desk.output(), { timeout: 20_000 }).toContain('loaded');
  const command = readFileSync(`/proc/${browserOf(desk.process.pid ?? 0)}/cmdline`, 'utf8');
  expect(command).toContain('--remote-debugging-pipe');
  expect(command).not.toContain('--remote-debugging-port');
  await desk.kill();
  rmSync(folder, { recursive: true });
});
