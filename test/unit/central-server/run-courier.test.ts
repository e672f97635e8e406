import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deviceLines, runCourier } from '../../central-server/courier/run-courier.ts';

let folder: string;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'central-courier-'));
  said = [];
  vi.stubEnv('DATABASE_URL', undefined);
  for (const way of ['log', 'error'] as const)
    vi.spyOn(console, way).mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

it('makes no server of a folder that holds none', async () => {
  const mistyped = join(folder, 'dta');
  expect(await runCourier(['--data', mistyped, '--devices'])).toBe(2);
  expect(existsSync(mistyped)).toBe(false);
  expect(await runCourier(['--data', folder, '--devices'])).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
  for (const line of said) expect(line).toContain('npm run central -- --data');
  // With a database elsewhere the folder holds the scans.
  vi.stubEnv('DATABASE_URL', 'postgres://127.0.0.1:1/none');
  expect(await runCourier(['--data', folder, '--devices'])).toBe(2);
  expect(said.at(-1)).toContain('holds no server');
});

it('names a file that is not there before it opens the server', async () => {
  mkdirSync(join(folder, 'database'));
  writeFileSync(join(folder, 'database', 'PG_VERSION'), '17');
  expect(await runCourier(['--data', folder, '--to', folder, join(folder, 'lost.courier')])).toBe(2);
  expect(said.at(-1)).toContain('lost.courier does not exist');
  expect(readdirSync(folder)).toEqual(['database']);
});

it('lists the desks, or says that there is none', () => {
  expect(deviceLines([{ id: 'device-1', name: 'Jaipur 1' }])).toEqual(['device-1  Jaipur 1']);
  expect(deviceLines([])).toEqual(['No desk has been enrolled with this server yet.']);
});
