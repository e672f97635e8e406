import type { Handlers } from '../../../shared/ipc/derive.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { keptPullChoice } from '../../../shared/sync/pull-choice.ts';
import { ok } from '../../../shared/result.ts';
import { done, whilePresent, whileSignedIn, type Services } from '../services.ts';

export function syncHandlers(services: Services): Pick<Handlers, Extract<keyof Handlers, `sync.${string}`>> {
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
    'sync.choosePull': ({ choice, lasts }) =>
      whileSignedIn(services, async ({ vault, engine, officer }) => {
        const { today } = await engine.status();
        const kept = keptPullChoice(choice, choice !== null && lasts === 'today' ? today : null);
        await vault.store.writeSettings({ ...kept }, officer.officerId, instantOf(services.clock.now()));
        engine.pullChosen();
        return done;
      }),
    'sync.setAside': () => whileSignedIn(services, async ({ vault }) => ok(await vault.store.setAside())),
  };
}
