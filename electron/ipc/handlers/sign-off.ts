import { instantOf } from '../../../shared/domain/india-date.ts';
import type { SignOffOutcome } from '../../../shared/ipc/views/sign-off.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import type { Handlers, Input } from '../../../shared/ipc/derive.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { readLimits } from '../read-limits.ts';
import { whileSignedIn, type Services } from '../services.ts';

export function signOffHandlers(
  services: Services,
): Pick<Handlers, 'signOff.list' | 'signOff.seal' | 'limits.read'> {
  return {
    'signOff.list': () => whileSignedIn(services, async ({ vault }) => ok(await vault.store.signOffItems())),
    'signOff.seal': (input) => signOffDay(services, input),
    'limits.read': () => whileSignedIn(services, async (desk) => ok(await readLimits(services, desk))),
  };
}

/** The password first, and the desk as it stands after that: it may have been locked while the password was tried. */
async function signOffDay(
  services: Services,
  { decisionIds, password }: Input<'signOff.seal'>,
): Promise<Result<SignOffOutcome, DeskError>> {
  if (!services.session.signedIn()) return fail({ kind: 'not-signed-in' });
  const { vault, engine, officer } = await services.session.confirmPassword(password);
  const { today } = await engine.status();
  if (services.session.signedIn()?.officer !== officer) return fail({ kind: 'not-signed-in' });
  const wish = { ids: decisionIds, actor: officer.officerId, day: today };
  const { applied, outcome } = await vault.store.signOff(wish, instantOf(services.clock.now()));
  services.applied(applied);
  engine.poke();
  return ok(outcome);
}
