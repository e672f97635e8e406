import { indiaDate } from '../../shared/domain/india-date.ts';
import {
  anchoredAt,
  trustedMoment,
  type ClockReading,
  type KeptTime,
} from '../../shared/domain/trusted-clock.ts';
import type { IsoDate } from '../../shared/domain/values.ts';

/** A PC clock that is off by more than this is shown. */
const tolerableSkew = 5 * 60_000;

/** No server's clock says anything else: such a time is a mistake or an attack, and must not become `today`. */
const earliest = Date.parse('2000-01-01T00:00:00.000Z');
const latest = Date.parse('2101-01-01T00:00:00.000Z');

const dayMilliseconds = 24 * 60 * 60_000;

/** An answer that took longer by this PC's clock was waited for by a clock that was set meanwhile. */
const longestAnswer = 10 * 60_000;

/**
 * The server's time, carried on from the last answer by what nobody can set on this PC. The calendar day of due dates
 * comes from here, so that a wrong PC clock does not move them; moments of our own records stay on the PC's clock, and
 * no order rests on any clock.
 */
export interface TrustedTime {
  /**
   * `sentAt` (on this PC's clock) and now frame the moment at which the server read its clock. Ignores what is no time
   * of the years 2000 to 2100.
   */
  note(serverTime: string, sentAt: number): void;
  /** Goes on from what an earlier run kept; nothing happens once the server spoke in this one. */
  restore(kept: KeptTime | null): void;
  /** Null before the server ever spoke. */
  kept(): KeptTime | null;
  today(): IsoDate;
  /** On this PC's clock: when the next day begins in India. */
  nextDayAt(): number;
  /** Milliseconds by which this PC is ahead of the trusted time (negative: behind); null while tolerable or unknown. */
  skew(): number | null;
  /** False when the machine was started anew since the server last spoke: then the time is an estimate. */
  isSure(): boolean;
}

export function trustedTime(read: () => ClockReading): TrustedTime {
  let kept: KeptTime | null = null;

  /** Never earlier than it was, until the server speaks again. */
  function moment() {
    const reading = read();
    const trusted = trustedMoment(kept, reading);
    if (kept && trusted.at > kept.floor) kept = { ...kept, floor: trusted.at };
    return { ...trusted, wall: reading.wall };
  }

  return {
    note(serverTime, sentAt) {
      const server = Date.parse(serverTime);
      if (!(server >= earliest && server < latest)) return;
      const reading = read();
      const took = reading.wall - sentAt;
      kept = anchoredAt(server + (took >= 0 && took <= longestAnswer ? took / 2 : 0), reading);
    },
    restore(earlier) {
      kept ??= earlier;
    },
    kept() {
      moment();
      return kept;
    },
    today: () => indiaDate(moment().at),
    nextDayAt() {
      const { at, wall } = moment();
      const tomorrow = Date.parse(`${indiaDate(at + dayMilliseconds)}T00:00:00+05:30`);
      return wall + tomorrow - at;
    },
    skew() {
      const { at, wall, basis } = moment();
      const ahead = wall - at;
      return basis !== 'pc' && Math.abs(ahead) > tolerableSkew ? ahead : null;
    },
    isSure: () => moment().basis !== 'estimate',
  };
}
