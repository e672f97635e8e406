import { indiaDate } from '../../shared/domain/india-date.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import type { SignedIn } from '../session/session.ts';
import type { StoredLimitFacts } from '../storage/limit-facts.ts';

export interface ConfirmedDays {
  today: IsoDate;
  /** When the server last confirmed the master data, by network or courier; null before the first time. */
  confirmedOn: IsoDate | null;
  facts: StoredLimitFacts;
  /** The day of one of the vault's moments. */
  dayOf: (at: Instant) => IsoDate;
}

const millisecondsPerMinute = 60_000;

/**
 * The days on which the age of data is measured. The vault's moments are this PC's: where its error is known they are
 * put right by it, and today is never before a day on which something came, so that a clock that was set back makes
 * nothing younger.
 */
export async function confirmedDays({ engine, vault: { store } }: SignedIn): Promise<ConfirmedDays> {
  const [status, facts] = await Promise.all([engine.status(), store.limitFacts()]);
  const error = (status.skewMinutes ?? 0) * millisecondsPerMinute;
  const dayOf = (at: Instant): IsoDate => indiaDate(Date.parse(at) - error);
  const dayOrNone = (at: Instant | null) => (at === null ? [] : [dayOf(at)]);
  const { lastContact, lastReceived, masterReceivedAt, courierMadeAt } = facts;
  const confirmed = [
    ...dayOrNone(lastReceived),
    ...dayOrNone(masterReceivedAt),
    // A file of the courier bears the server's own time.
    ...(courierMadeAt === null ? [] : [indiaDate(Date.parse(courierMadeAt))]),
  ];
  const today = newest([status.today, ...confirmed, ...dayOrNone(lastContact)]) ?? status.today;
  return { today, confirmedOn: newest(confirmed), facts, dayOf };
}

function newest(days: readonly IsoDate[]): IsoDate | null {
  return [...days].sort().at(-1) ?? null;
}
