import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeBundleFile } from '../../../electron/courier/bundle-file.ts';

/** A stick of one megabyte; null where this user may not mount one. */
function tryMount(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'full-stick-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}

const stick = process.platform === 'linux' ? tryMount() : null;
if (!stick) console.log('skipped: a full stick needs a small tmpfs, which only root may mount');

describe.skipIf(!stick)('a stick that is full', () => {
  const folder = stick ?? '';
  afterAll(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  it('is told by name, keeps what was on it and nothing half', async () => {
    const file = join(folder, 'desk.courier');
    const small = Buffer.alloc(100_000, 1);
    const unread = () => {
      throw new Error('Nothing was written that could be verified');
    };
    expect(await writeBundleFile(file, small, () => undefined)).toMatchObject({ ok: true });
    const large = Buffer.alloc(2_000_000, 2);
    expect(await writeBundleFile(file, large, unread)).toEqual({ ok: false, error: 'stick-full' });
    const other = join(folder, 'other.courier');
    expect(await writeBundleFile(other, large, unread)).toEqual({ ok: false, error: 'stick-full' });
    expect(readdirSync(folder)).toEqual(['desk.courier']);
    // With room again the same file goes.
    rmSync(file);
    writeFileSync(join(folder, 'photo.jpg'), Buffer.alloc(200_000));
    expect(await writeBundleFile(file, small, () => undefined)).toMatchObject({ ok: true });
  });
});
