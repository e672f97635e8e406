import type { MigrationRequest } from '../../../shared/domain/request.ts';

const portal = { hi: 'ई-मित्र पोर्टल', en: 'e-Mitra portal' };
/** As many as a request may have. */
const mostEntries = 200;

/** The request once its records have moved. Of an overlong history the second entry gives way, not the last ones. */
export function transferredRequest(request: MigrationRequest, now: Date): MigrationRequest {
  const at = now.toISOString();
  const { history } = request;
  const kept = history.length < mostEntries ? history : [...history.slice(0, 1), ...history.slice(2)];
  return {
    ...request,
    version: request.version + 1,
    status: 'transferred',
    history: [...kept, { at, event: 'transferred', by: portal, note: '' }],
    updatedAt: at,
  };
}
