import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../electron/headless/make-folder.ts';

describe('a folder that is to be made', () => {
  let place: string;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'desk-folder-'));
  });
  afterEach(() => rm(place, { recursive: true }));

  it('is made with those above it, and stays where it is there', async () => {
    const deep = join(place, 'एक', 'two', 'three');
    await makeFolder(deep);
    await writeFile(join(deep, 'kept'), 'kept');
    await makeFolder(deep);
    expect((await stat(join(deep, 'kept'))).size).toBe(4);
  });

  it('cannot be made where a file has its name, or stands above it', async () => {
    const file = join(place, 'file');
    await writeFile(file, 'kept');
    await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect((await stat(file)).size).toBe(4);
  });

  it.runIf(process.platform === 'linux')('is given up where the system takes none', async () => {
    await expect(makeFolder('/proc/nope')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(makeFolder('/proc/nope/below')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
