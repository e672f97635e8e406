import { indiaDate } from '../../shared/domain/india-date.ts';
import type { IsoDate } from '../../shared/domain/values.ts';

/** A PC clock that is off by more than this is shown. */
const tolerableSkew = 5 * 60_000;

/** No server's clock says anything else: such a time is a mistake or an attack, and must not become `today`. */
const earliest = Date.parse('2000-01-01T00:00:00.000Z');
const latest = Date.parse('2101-01-01T00:00:00.000Z');

const dayMilliseconds = 24 * 60 * 60_000;

/**
 * The server's time, carried on by this PC's clock from the last answer on. The calendar day of due dates comes from
 * here, so that a wrong PC clock does not move them; moments of our own records stay on the PC's clock.
 */
export interface TrustedTime {
  /**
   * `sentAt` and now frame the moment at which the server read its clock. Ignores what is no time
   * of the years 2000 to 2100.
   */
  note(serverTime: string, sentAt: number): void;
  today(): IsoDate;
  /** On this PC's clock: when the next day begins in India. */
  nextDayAt(): number;
  /** Milliseconds by which this PC is ahead of the server (negative: behind); null while tolerable or unknown. */
  skew(): number | null;
}

export function trustedTime(now: () => number): TrustedTime {
  let offset: number | null = null;
  return {
    note(serverTime, sentAt) {
      const server = Date.parse(serverTime);
      const middle = (sentAt + now()) / 2;
      if (server >= earliest && server < latest) offset = server - middle;
    },
    today: () => indiaDate(now() + (offset ?? 0)),
    nextDayAt() {
      const there = now() + (offset ?? 0);
      const tomorrow = Date.parse(`${indiaDate(there + dayMilliseconds)}T00:00:00+05:30`);
      return now() + tomorrow - there;
    },
    skew: () => (offset !== null && Math.abs(offset) > tolerableSkew ? -offset : null),
  };
}
