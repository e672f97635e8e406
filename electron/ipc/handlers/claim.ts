import { instantOf } from '../../../shared/domain/india-date.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import { done, whileSignedIn, type Services } from '../services.ts';

const millisecondsPerMinute = 60_000;

export function claimHandlers(
  services: Services,
): Pick<Handlers, 'claim.list' | 'claim.hold' | 'claim.release'> {
  const { claims, clock } = services;
  return {
    'claim.list': () =>
      whileSignedIn(services, async ({ vault, engine }) => {
        const { skewMinutes } = await engine.status();
        const serverNow = instantOf(clock.now() - (skewMinutes ?? 0) * millisecondsPerMinute);
        const all = await vault.store.claims();
        const { deviceId } = vault.identity;
        return ok(all.filter((claim) => claim.deviceId !== deviceId && claim.until > serverNow));
      }),
    'claim.hold': ({ requestId }) =>
      whileSignedIn(services, async ({ vault }) => ok(await claims.hold(vault.identity, requestId))),
    'claim.release': ({ requestId }) =>
      whileSignedIn(services, async () => {
        void claims.release(requestId);
        return done;
      }),
  };
}
