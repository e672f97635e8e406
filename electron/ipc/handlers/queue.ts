import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import { whileSignedIn, type Services } from '../services.ts';

export function queueHandlers(services: Services): Pick<Handlers, 'queue.page'> {
  return {
    'queue.page': ({ after, limit }) =>
      whileSignedIn(services, async ({ vault }) => ok(await vault.store.slimRows(after, limit))),
  };
}
