import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import { whileSignedIn, type Services } from '../services.ts';

export function queueHandlers(services: Services): Pick<Handlers, 'queue.page' | 'master.all'> {
  return {
    'queue.page': ({ after, limit }) =>
      whileSignedIn(services, async ({ vault }) => ok(await vault.store.slimRows(after, limit))),
    'master.all': () =>
      whileSignedIn(services, async ({ vault }) => {
        const { figures: _figures, ...master } = await vault.store.master();
        const additions = await vault.store.additions();
        return ok({ ...master, additions, states: [], faults: [] });
      }),
  };
}
