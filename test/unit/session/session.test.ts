import { describe, expect, it } from 'vitest';
import { Session } from '../../../electron/session/session.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import type { OfficerKeys, OpenVault, VaultFolder } from '../../../electron/storage/vault.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { officerId } from '../../../shared/domain/ids.ts';

const who = officerId.parse('officer-1');

/** A folder whose key derivation ends when the test says so; counts what was opened, started and ended. */
function slowFolder() {
  const events: string[] = [];
  const waiting: (() => void)[] = [];
  const keys = (): OfficerKeys => ({
    officerId: who,
    sign: () => 'signature',
    forget: () => events.push('forget'),
  });
  const derive = () => new Promise<void>((resolve) => waiting.push(resolve));
  const vault = { close: async () => void events.push('vault closed') } as unknown as OpenVault;
  const folder = {
    open: async (_id, password) => {
      await derive();
      if (password !== 'right') throw new StorageError('wrong-password');
      events.push('opened');
      return { vault, officer: keys() };
    },
    unlock: async (_id, password) => {
      await derive();
      if (password === 'wrong') throw new StorageError('wrong-password');
      return keys();
    },
  } satisfies Partial<VaultFolder> as unknown as VaultFolder;
  const engine = {
    start: () => events.push('engine started'),
    stop: async () => void events.push('engine stopped'),
  } as unknown as SyncEngine;
  /** Lets every derivation that is under way, or begins meanwhile, end. */
  const finish = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      waiting.shift()?.();
      await Promise.resolve();
    }
  };
  return { session: new Session(folder, () => engine), events, finish };
}

describe('Session', () => {
  it('opens the vault once when two sign-ins come at once', async () => {
    const { session, events, finish } = slowFolder();
    const both = Promise.all([session.signIn(who, 'right'), session.signIn(who, 'right')]);
    await finish();
    await both;
    expect(events.filter((event) => event !== 'forget')).toEqual(['opened', 'engine started']);
    expect(session.signedIn()).not.toBeNull();
  });

  it('ends locked when it was locked during the sign-in', async () => {
    const { session, events, finish } = slowFolder();
    const attempt = session.signIn(who, 'right');
    session.lock();
    await Promise.all([finish(), expect(attempt).rejects.toMatchObject({ kind: 'closed' })]);
    expect(session.signedIn()).toBeNull();
    expect(events).toContain('forget');
  });

  it('stays as it was after a wrong password, and the next one works', async () => {
    const { session, finish } = slowFolder();
    const wrong = session.signIn(who, 'wrong');
    await Promise.all([finish(), expect(wrong).rejects.toMatchObject({ kind: 'wrong-password' })]);
    expect(session.signedIn()).toBeNull();
    const right = session.signIn(who, 'right');
    await finish();
    await right;
    expect(session.signedIn()).not.toBeNull();
  });

  it('closes what a sign-in that was under way has opened, and refuses later ones', async () => {
    const { session, events, finish } = slowFolder();
    const attempt = session.signIn(who, 'right').catch((error: unknown) => error);
    await new Promise((resolve) => setImmediate(resolve));
    const closing = session.close();
    await finish();
    await Promise.all([attempt, closing]);
    expect(events.slice(-2)).toEqual(['engine stopped', 'vault closed']);
    await expect(session.signIn(who, 'right')).rejects.toMatchObject({ kind: 'closed' });
  });
});

describe('the password asked again before an act', () => {
  async function signedIn() {
    const desk = slowFolder();
    const attempt = desk.session.signIn(who, 'right');
    await desk.finish();
    await attempt;
    desk.events.length = 0;
    return desk;
  }

  it('is tried as unlocking tries it, and its keys are forgotten again', async () => {
    const { session, events, finish } = await signedIn();
    const before = session.signedIn();
    const attempt = session.confirmPassword('right');
    await finish();
    expect(await attempt).toBe(before);
    expect(events).toEqual(['forget']);
  });

  it('is refused by name when it is wrong, and the officer stays signed in', async () => {
    const { session, events, finish } = await signedIn();
    const attempt = session.confirmPassword('wrong');
    await Promise.all([expect(attempt).rejects.toMatchObject({ kind: 'wrong-password' }), finish()]);
    expect(session.signedIn()).not.toBeNull();
    expect(events).toEqual([]);
  });

  it('counts for nothing when the desk was locked while it was tried', async () => {
    const { session, finish } = await signedIn();
    const attempt = session.confirmPassword('right');
    session.lock();
    await Promise.all([expect(attempt).rejects.toMatchObject({ kind: 'closed' }), finish()]);
    expect(session.signedIn()).toBeNull();
  });
});
