import { judgeLimits, type DeskLimits } from '../../shared/domain/desk-limits.ts';
import { indiaDate } from '../../shared/domain/india-date.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import type { SignedIn } from '../session/session.ts';
import { limitsOf, readSettings } from './handlers/settings.ts';
import type { Services } from './services.ts';

const millisecondsPerMinute = 60_000;

/**
 * How the desk stands against the office's limits. The vault's moments are this PC's: where its error is known they
 * are put right by it, and the day is never earlier than that of the last contact, so that a clock that was set back
 * makes nothing younger.
 */
export async function readLimits(services: Services, desk: SignedIn): Promise<DeskLimits> {
  const { store, identity } = desk.vault;
  const [status, facts, settings] = await Promise.all([
    desk.engine.status(),
    store.limitFacts(),
    readSettings(services, desk),
  ]);
  const error = (status.skewMinutes ?? 0) * millisecondsPerMinute;
  const dayOf = (at: Instant): IsoDate => indiaDate(Date.parse(at) - error);
  const days = [
    dayOf(identity.enrolledAt),
    ...[facts.lastContact, facts.masterReceivedAt].flatMap((at) => (at === null ? [] : [dayOf(at)])),
    // A file of the courier bears the server's own time.
    ...(facts.courierMadeAt === null ? [] : [indiaDate(Date.parse(facts.courierMadeAt))]),
  ];
  const masterConfirmedOn = days.reduce((newest, day) => (day > newest ? day : newest));
  return judgeLimits(
    {
      today: masterConfirmedOn > status.today ? masterConfirmedOn : status.today,
      oldestUnsentOn: facts.oldestUnsentAt && dayOf(facts.oldestUnsentAt),
      masterConfirmedOn,
      waiting: facts.waiting,
      oldestWaitingOn: facts.oldestWaitingAt && dayOf(facts.oldestWaitingAt),
    },
    limitsOf(settings),
  );
}
