import type { Handlers } from '../../../shared/ipc/derive.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { checkPassword } from '../../../shared/domain/password.ts';
import { fail } from '../../../shared/result.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { done, type Services } from '../services.ts';
import { readAppState } from './app.ts';

export function sessionHandlers(
  services: Services,
): Pick<Handlers, 'session.signIn' | 'session.recover' | 'session.lock'> {
  const { session, emit, clock } = services;
  return {
    'session.signIn': async ({ officerId, password }) => {
      await session.signIn(officerId, password);
      await audit(services, 'signed-in');
      emit('state', await readAppState(services));
      return done;
    },
    'session.recover': async ({ officerId, recoveryKey, password }) => {
      const presence = await session.folder.presence();
      const known = presence.state === 'present' ? presence.officers : [];
      const weakness = checkPassword(
        password,
        known.find((officer) => officer.id === officerId)?.login ?? '',
      );
      if (weakness) return fail({ kind: 'weak-password', why: weakness });
      try {
        await session.folder.resetPassword(officerId, recoveryKey, password);
      } catch (error) {
        if (!(error instanceof StorageError) || error.kind !== 'wrong-password') throw error;
        return fail({ kind: 'wrong-recovery-key' });
      }
      await session.signIn(officerId, password);
      await audit(services, 'password-reset');
      emit('state', await readAppState(services));
      return done;
    },
    'session.lock': async () => {
      await audit(services, 'locked');
      session.lock();
      emit('state', await readAppState(services));
      return done;
    },
  };

  async function audit({ session: current }: Services, action: string): Promise<void> {
    const desk = current.signedIn();
    if (!desk) return;
    const at = instantOf(clock.now());
    await desk.vault.store.noteAudit({
      at,
      actor: desk.officer.officerId,
      action,
      subject: null,
      detail: {},
    });
  }
}
