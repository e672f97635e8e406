import type { Handlers } from '../../../shared/ipc/derive.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { done, type Services } from '../services.ts';
import { readAppState } from './app.ts';

export function sessionHandlers(services: Services): Pick<Handlers, 'session.signIn' | 'session.lock'> {
  const { session, emit, clock } = services;
  return {
    'session.signIn': async ({ officerId, password }) => {
      await session.signIn(officerId, password);
      await audit(services, 'signed-in');
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
