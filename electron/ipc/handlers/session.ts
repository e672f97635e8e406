import type { Handlers } from '../../../shared/ipc/derive.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import type { OfficerId } from '../../../shared/domain/ids.ts';
import { checkPassword } from '../../../shared/domain/password.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { done, type Services } from '../services.ts';
import { readAppState } from './app.ts';

export function sessionHandlers(
  services: Services,
): Pick<Handlers, 'session.signIn' | 'session.recover' | 'session.salvage' | 'session.lock'> {
  const { session } = services;
  return {
    'session.signIn': async ({ officerId, password }) => {
      await session.signIn(officerId, password);
      await announce(services, 'signed-in');
      return done;
    },
    'session.recover': async ({ officerId, recoveryKey, password }) => {
      const weakness = checkPassword(password, await loginOf(services, officerId));
      if (weakness) return fail({ kind: 'weak-password', why: weakness });
      try {
        await session.recover(officerId, recoveryKey, password);
      } catch (error) {
        if (!(error instanceof StorageError) || error.kind !== 'wrong-password') throw error;
        return fail({ kind: 'wrong-recovery-key' });
      }
      await announce(services, 'password-reset');
      return done;
    },
    'session.salvage': async ({ officerId, password }) =>
      ok(await session.salvage(officerId, password, instantOf(services.clock.now()))),
    'session.lock': async () => {
      await lockDesk(services);
      return done;
    },
  };
}

/** By the officer, or because the operating system locked its screen. */
export async function lockDesk(services: Services): Promise<void> {
  const desk = services.session.present();
  if (!desk) return;
  services.session.lock();
  // Not waited for: a lock must not hang on a link.
  void services.claims.release();
  services.papers.shelf.clear();
  services.documents.end();
  services.emit('state', await readAppState(services));
  note(services, desk, 'locked');
}

async function announce(services: Services, action: string): Promise<void> {
  services.emit('state', await readAppState(services));
  const desk = services.session.present();
  if (!desk) return;
  if (services.session.signedIn()) await services.documents.begin(desk.vault.store);
  note(services, desk, action);
}

/** A full disk must keep nobody from signing in, and least of all from locking: the row is tried, not waited for. */
function note({ clock, log }: Services, { vault, officer }: SignedIn, action: string): void {
  const entry = { at: instantOf(clock.now()), actor: officer.officerId, action, subject: null, detail: {} };
  vault.store.noteAudit(entry).catch((error: unknown) => log('audit', error));
}

async function loginOf({ session }: Services, officerId: OfficerId): Promise<string> {
  const presence = await session.folder.presence();
  const officers = presence.state === 'present' ? presence.officers : [];
  return officers.find((officer) => officer.id === officerId)?.login ?? '';
}
