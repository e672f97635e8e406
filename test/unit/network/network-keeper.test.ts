import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { networkKeeper } from '../../../electron/network/network-keeper.ts';
import type { OsWrap } from '../../../electron/storage/vault.ts';
import type { NetworkChange } from '../../../shared/ipc/views/network.ts';
import { testIssuer } from '../../support/network/test-certificates.ts';

const secret = 'bahut-gupt-42';
const now = Date.parse('2026-11-20T06:30:00.000Z');
const typed: NetworkChange = {
  ...{ mode: 'manual', proxy: 'proxy.sample:3128', user: 'namuna' },
  ...{ password: secret, exceptions: ['.rajasthan.sample'] },
};

/** A key store that turns the text around, so that a test sees whether it was asked. */
function keyStore(): OsWrap & { isThere: boolean; isChanged: boolean } {
  const turn = (text: string) => Array.from(text).reverse().join('');
  const store = {
    isThere: true,
    isChanged: false,
    isAvailable: async () => store.isThere,
    wrap: async (plain: string) => Buffer.from(turn(plain)),
    unwrap: async (wrapped: Uint8Array) => {
      if (store.isChanged) throw new Error('another key');
      return turn(Buffer.from(wrapped).toString());
    },
  };
  return store;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'network-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** All that lies in the folder. */
async function onDisk(): Promise<string> {
  const names = await readdir(folder);
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

describe('the network settings of a PC', () => {
  it('are direct at first, and come back whole after a restart', async () => {
    const keys = keyStore();
    const first = networkKeeper(folder, keys);
    expect(await first.view()).toEqual({
      ...{ mode: 'none', proxy: '', user: '', password: 'none', exceptions: [], authorities: [] },
      isDamaged: false,
    });
    expect(await first.write(typed)).toEqual({ ok: true, value: null });
    const again = networkKeeper(folder, keys);
    expect(await again.settings()).toEqual({
      ...{ mode: 'manual', proxy: 'http://proxy.sample:3128', exceptions: ['.rajasthan.sample'] },
      ...{ account: { user: 'namuna', password: secret }, authorities: [] },
    });
    expect(await again.view()).toMatchObject({ password: 'sealed', user: 'namuna' });
  });

  it('never hold the password in clear: not on disk, not in what the window is told', async () => {
    const keys = keyStore();
    const keeper = networkKeeper(folder, keys);
    await keeper.write(typed);
    expect(await onDisk()).not.toContain(secret);
    expect(JSON.stringify(await keeper.view())).not.toContain(secret);
  });

  it('keep the password in memory only where the system has no key store, and say so', async () => {
    const keys = keyStore();
    keys.isThere = false;
    const keeper = networkKeeper(folder, keys);
    await keeper.write(typed);
    expect(await keeper.view()).toMatchObject({ password: 'session' });
    expect((await keeper.settings()).account?.password).toBe(secret);
    expect(await onDisk()).toContain('"sealedPassword": null');
    expect(await networkKeeper(folder, keys).view()).toMatchObject({ user: 'namuna', password: 'none' });
  });

  it('say that a password is lost when the key store has another key', async () => {
    const keys = keyStore();
    await networkKeeper(folder, keys).write(typed);
    keys.isChanged = true;
    const keeper = networkKeeper(folder, keys);
    expect(await keeper.view()).toMatchObject({ password: 'lost', user: 'namuna' });
  });

  it('keep the password with the same proxy and user, and give it to no other', async () => {
    const keeper = networkKeeper(folder, keyStore());
    await keeper.write(typed);
    const kept = { ...typed, password: null };
    await keeper.write({ ...kept, exceptions: [] });
    expect((await keeper.settings()).account?.password).toBe(secret);
    const elsewhere = { ...kept, proxy: 'http://evil.sample:3128' };
    const tried = await keeper.tried(elsewhere);
    expect(tried).toMatchObject({ ok: true, value: { account: null } });
    await keeper.write(elsewhere);
    expect(await keeper.view()).toMatchObject({ password: 'none' });
    await keeper.write(kept);
    expect((await keeper.settings()).account).toBeNull();
  });

  it.each<[Partial<NetworkChange>, string]>([
    [{ proxy: '' }, 'proxy-missing'],
    [{ proxy: 'socks5://proxy:1080' }, 'proxy-not-an-address'],
    [{ proxy: 'http://proxy/pac' }, 'proxy-not-an-address'],
    [{ proxy: `http://namuna:${secret}@proxy:3128` }, 'proxy-has-credentials'],
    [{ proxy: `http://namuna:${secret}@proxy:3128`, mode: 'none' }, 'proxy-has-credentials'],
    [{ user: '' }, 'user-missing'],
    [{ exceptions: ['a b'] }, 'exception-invalid'],
  ])('refuse %j by name, and stay as they were', async (changes, error) => {
    const keeper = networkKeeper(folder, keyStore());
    expect(await keeper.write({ ...typed, ...changes })).toEqual({ ok: false, error });
    expect(await keeper.view()).toMatchObject({ mode: 'none', password: 'none' });
    expect(await onDisk()).toBe('');
  });

  it('say that their file is damaged, and are whole again when saved', async () => {
    const whole = {
      ...{ version: 1, mode: 'none', proxy: '', user: '', sealedPassword: null },
      ...{ exceptions: [], authorities: [] },
    };
    const broken = [{ ...whole, mode: 'manual' }, { ...whole, authorities: ['x'] }, { version: 1 }];
    for (const text of ['', '{', ...broken.map((one) => JSON.stringify(one))]) {
      await writeFile(join(folder, 'network.json'), text);
      expect(await networkKeeper(folder, keyStore()).view()).toMatchObject({ mode: 'none', isDamaged: true });
    }
    const keeper = networkKeeper(folder, keyStore());
    await keeper.write(typed);
    expect(await keeper.view()).toMatchObject({ mode: 'manual', isDamaged: false });
  });

  it('trust what was shown and accepted, once, and no longer once it is removed', async () => {
    const keeper = networkKeeper(folder, keyStore());
    const issuers = [testIssuer('Sample CA 1'), testIssuer('Sample CA 2')];
    const both = Buffer.from(issuers.map(({ certificate }) => certificate).join('\n'));
    const offered = keeper.offer(both, now);
    if (!offered.ok) throw new Error(offered.error);
    expect(offered.value.map(({ subject }) => subject)).toEqual(['Sample CA 1', 'Sample CA 2']);
    expect((await keeper.view()).authorities).toEqual([]);
    const [sha256 = ''] = offered.value.map((one) => one.sha256);
    await keeper.accept([sha256]);
    await keeper.accept([sha256, 'never shown']);
    expect((await keeper.settings()).authorities).toEqual([issuers[0]?.certificate]);
    expect((await networkKeeper(folder, keyStore()).view()).authorities).toMatchObject([{ sha256 }]);
    await keeper.remove(sha256);
    expect((await keeper.settings()).authorities).toEqual([]);
  });
});
