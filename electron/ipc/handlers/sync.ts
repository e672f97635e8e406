import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import { done, whilePresent, whileSignedIn, type Services } from '../services.ts';

export function syncHandlers(
  services: Services,
): Pick<Handlers, 'sync.now' | 'sync.status' | 'sync.setAside' | 'sync.passLimit'> {
  return {
    'sync.now': () =>
      whilePresent(services, async ({ engine }) => {
        await engine.syncNow();
        return done;
      }),
    'sync.status': () => whilePresent(services, async ({ engine }) => ok(await engine.status())),
    'sync.passLimit': () =>
      whileSignedIn(services, async ({ engine }) => {
        engine.passLimit();
        return done;
      }),
    'sync.setAside': () => whileSignedIn(services, async ({ vault }) => ok(await vault.store.setAside())),
  };
}
