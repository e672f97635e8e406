import { judgeLimits, type DeskLimits } from '../../shared/domain/desk-limits.ts';
import type { SignedIn } from '../session/session.ts';
import { confirmedDays } from './confirmed-days.ts';
import { limitsOf, readSettings } from './handlers/settings.ts';
import type { Services } from './services.ts';

/** How the desk stands against the office's limits. */
export async function readLimits(services: Services, desk: SignedIn): Promise<DeskLimits> {
  const [days, settings] = await Promise.all([confirmedDays(desk), readSettings(services, desk)]);
  const { facts, dayOf } = days;
  const enrolledOn = dayOf(desk.vault.identity.enrolledAt);
  // Before anything came, and never before the desk was there.
  const confirmedOn = days.confirmedOn ?? enrolledOn;
  const masterConfirmedOn = confirmedOn > enrolledOn ? confirmedOn : enrolledOn;
  return judgeLimits(
    {
      today: masterConfirmedOn > days.today ? masterConfirmedOn : days.today,
      oldestUnsentOn: facts.oldestUnsentAt && dayOf(facts.oldestUnsentAt),
      masterConfirmedOn,
      waiting: facts.waiting,
      oldestWaitingOn: facts.oldestWaitingAt && dayOf(facts.oldestWaitingAt),
    },
    limitsOf(settings),
  );
}
