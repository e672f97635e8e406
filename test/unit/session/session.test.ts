import { describe, expect, it } from 'vitest';
import { Session } from '../../../electron/session/session.ts';
import { StorageError } from '../../../electron/storage/storage-error.ts';
import type { OfficerKeys, OpenVault, VaultFolder } from '../../../electron/storage/vault.ts';
import type { SyncEngine } from '../../../electron/sync/engine.ts';
import { officerId, type OfficerId } from '../../../shared/domain/ids.ts';
import type { Leaving } from '../../../shared/domain/leaving.ts';

const who = officerId.parse('officer-1');

interface Standing {
  gone: OfficerId[];
  onDevice: OfficerId[];
  leaving: Leaving | null;
}

const nobodyLeft: Standing = { gone: [], onDevice: [who], leaving: null };

/** A folder whose key derivation ends when the test says so; counts what was opened, started and ended. */
function slowFolder(standing: Standing = nobodyLeft) {
  const events: string[] = [];
  const waiting: (() => void)[] = [];
  const keys = (): OfficerKeys => ({
    officerId: who,
    sign: () => 'signature',
    forget: () => events.push('forget'),
  });
  const derive = () => new Promise<void>((resolve) => waiting.push(resolve));
  const store = { officersGone: async () => standing.gone, leaving: async () => standing.leaving };
  const vault = { store, close: async () => void events.push('vault closed') } as unknown as OpenVault;
  const folder = {
    presence: async () => ({
      state: 'present',
      officers: standing.onDevice.map((id) => ({ id, login: id })),
    }),
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

describe('an officer who went to another district, and a desk that leaves', () => {
  const other = officerId.parse('officer-2');
  const leaving: Leaving = {
    why: 'device-revoked',
    since: '2026-11-20T06:00:00.000Z',
    sendUntil: '2026-12-20T06:00:00.000Z',
    statedAt: '2026-11-21T06:00:00.000Z',
    heardAt: '2026-11-21T06:00:00.000Z',
    phase: 'sending',
    order: { text: '', signature: '' },
  };
  const signIn = async ({ session, finish }: ReturnType<typeof slowFolder>, id = who) => {
    const attempt = session.signIn(id, 'right').then(
      () => 'in',
      (error: unknown) => (error as StorageError).kind,
    );
    await finish();
    return attempt;
  };

  it('is refused by name while others remain, and the vault is shut again', async () => {
    const folder = slowFolder({ gone: [who], onDevice: [who, other], leaving: null });
    expect(await signIn(folder)).toBe('officer-left');
    expect(folder.session.present()).toBeNull();
    expect(folder.events).toEqual(['opened', 'forget', 'vault closed']);
    expect(await signIn(folder, other)).toBe('in');
    // At the open vault too.
    expect(await signIn(folder)).toBe('officer-left');
    expect(folder.session.present()).not.toBeNull();
  });

  it('is known to have left also while signed in, and only then', async () => {
    const standing: Standing = { gone: [], onDevice: [who, other], leaving: null };
    const folder = slowFolder(standing);
    expect(await folder.session.hasOfficerLeft()).toBe(false);
    await signIn(folder);
    expect(await folder.session.hasOfficerLeft()).toBe(false);
    standing.gone = [who];
    expect(await folder.session.hasOfficerLeft()).toBe(true);
  });

  it('may still open when nobody else could: what is signed must be sent', async () => {
    expect(await signIn(slowFolder({ gone: [who], onDevice: [who], leaving: null }))).toBe('in');
  });

  it('works with nothing of the district at a desk that leaves, and is present all the same', async () => {
    const folder = slowFolder({ ...nobodyLeft, leaving });
    expect(await signIn(folder)).toBe('in');
    expect(folder.session.signedIn()).toBeNull();
    expect(folder.session.present()).not.toBeNull();
    expect(folder.session.leaving()).toEqual(leaving);
  });

  it('stops working when the order comes', async () => {
    const folder = slowFolder();
    await signIn(folder);
    expect(folder.session.signedIn()).not.toBeNull();
    folder.session.noteLeaving(leaving);
    expect(folder.session.signedIn()).toBeNull();
  });
});
