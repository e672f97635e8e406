import type { Handlers } from '../../../shared/ipc/derive.ts';
import { instantOf } from '../../../shared/domain/india-date.ts';
import { waitsForSignOff } from '../../../shared/domain/sealing.ts';
import { fail } from '../../../shared/result.ts';
import { recordDecision } from '../record-decision.ts';
import { done, whileSignedIn, type Services } from '../services.ts';

export function decisionHandlers(
  services: Services,
): Pick<Handlers, 'decision.record' | 'decision.undo' | 'decision.seal'> {
  const { clock } = services;
  return {
    'decision.record': (input) => whileSignedIn(services, (desk) => recordDecision(services, desk, input)),
    'decision.undo': ({ decisionId }) =>
      whileSignedIn(services, async ({ vault, engine, officer }) => {
        const at = instantOf(clock.now());
        const undone = await vault.store.undoDecision(decisionId, at, officer.officerId);
        if (!undone.ok) return undone;
        services.applied(undone.value);
        engine.poke();
        return done;
      }),
    'decision.seal': ({ decisionIds }) =>
      whileSignedIn(services, async ({ vault, engine }) => {
        services.applied(await vault.store.sealDecisions({ ids: decisionIds }, instantOf(clock.now())));
        engine.poke();
        // What the store left unsealed; asked after the sealing, so that no undo slips in before it.
        const decisions = await Promise.all(decisionIds.map((id) => vault.store.decision(id)));
        const left = decisions.filter((decision) => decision?.state === 'recorded');
        if (left.length === 0) return done;
        const isSignOffNeeded = left.some((decision) => decision !== null && waitsForSignOff(decision));
        return fail({ kind: isSignOffNeeded ? 'sign-off-needed' : 'chain-in-doubt' } as const);
      }),
  };
}
