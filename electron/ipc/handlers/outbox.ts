import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import { whileSignedIn, type Services } from '../services.ts';

export function outboxHandlers(services: Services): Pick<Handlers, 'outbox.list'> {
  return {
    'outbox.list': () => whileSignedIn(services, async ({ vault }) => ok(await vault.store.outbox())),
  };
}
