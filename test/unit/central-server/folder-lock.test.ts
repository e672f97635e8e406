import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from '../../central-server/folder-lock.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-lock-'));
});
afterEach(() => rm(folder, { recursive: true }));

const holder = 'server.pid';

describe('a data folder', () => {
  it('is kept for one process, and given back', async () => {
    const lock = await lockFolder(folder);
    expect(await readFile(join(folder, holder), 'utf8')).toBe(String(process.pid));
    await lock.giveBack();
    expect(await readdir(folder)).toEqual([]);
  });

  it('is refused while another process works on it, and is free when that was killed', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    try {
      await writeFile(join(folder, holder), String(other.pid));
      await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUse);
      expect(await readFile(join(folder, holder), 'utf8')).toBe(String(other.pid));
    } finally {
      other.kill('SIGKILL');
      await once(other, 'exit');
    }
    await (await lockFolder(folder)).giveBack();
  });

  it.each(['', 'nonsense', '-1', '0'])('is free where the file says %j', async (text) => {
    await writeFile(join(folder, holder), text);
    await (await lockFolder(folder)).giveBack();
  });
});
