import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import { whileSignedIn, type Services } from '../services.ts';

export function archiveHandlers(services: Services): Pick<Handlers, 'archive.search'> {
  return {
    'archive.search': ({ text, limit }) =>
      whileSignedIn(services, async ({ vault }) => ok(await vault.store.searchArchive(text, limit))),
  };
}
