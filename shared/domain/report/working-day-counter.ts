import type { ClockPause } from '../request.ts';
import type { IsoDate } from '../values.ts';
import { isWorkingDay, type WorkingCalendar } from '../working-days.ts';

const msPerDay = 86_400_000;

/**
 * Counts working days of a period in constant time: a report counts them for every request, and a walk day by day
 * would take seconds. Agrees with `dueDates`: day 1 is the first working day after the first date, days on which the
 * clock is paused do not count, a pause that is still open lasts until the day before the last date.
 */
export class WorkingDayCounter {
  readonly #calendar: WorkingCalendar;
  readonly #firstDay: number;
  /** Working days up to and with each day since `#firstDay`. */
  readonly #upTo: Int32Array;
  readonly #days = new Map<IsoDate, number>();
  readonly #unknownYears = new Set<number>();

  /** @param first @param last the earliest and the latest date that is asked for. */
  constructor(calendar: WorkingCalendar, first: IsoDate, last: IsoDate) {
    this.#calendar = calendar;
    this.#firstDay = this.#day(first);
    this.#upTo = new Int32Array(Math.max(1, this.#day(last) - this.#firstDay + 1));
    let count = 0;
    for (let place = 0; place < this.#upTo.length; place += 1) {
      if (isWorkingDay(dateOf(this.#firstDay + place), calendar)) count += 1;
      this.#upTo[place] = count;
    }
  }

  /** Working days after `from` up to and with `to`, without the paused ones; none when `to` is not after `from`. */
  workedDays(from: IsoDate, to: IsoDate, pauses: readonly ClockPause[]): number {
    if (to <= from) return 0;
    this.#noteYears(from, to);
    const first = this.#day(from) + 1;
    const end = this.#day(to) + 1;
    let count = this.#between(first, end);
    let counted = first;
    for (const pause of this.#inOrder(pauses, to)) {
      const begin = Math.max(pause.from, counted);
      const stop = Math.min(pause.to, end);
      if (stop <= begin) continue;
      count -= this.#between(begin, stop);
      counted = stop;
    }
    return count;
  }

  /** Years that a count touched and whose holiday list is not recorded. */
  unknownYears(): number[] {
    return [...this.#unknownYears].sort((a, b) => a - b);
  }

  #noteYears(from: IsoDate, to: IsoDate): void {
    const last = Number(to.slice(0, 4));
    const first = Number(from.slice(0, 4)) + (from.endsWith('-12-31') ? 1 : 0);
    for (let year = first; year <= last; year += 1) {
      if (!this.#calendar.knownYears.has(year)) this.#unknownYears.add(year);
    }
  }

  /** Working days from `first` to the day before `end`. */
  #between(first: number, end: number): number {
    return this.#upToDay(end - 1) - this.#upToDay(first - 1);
  }

  #upToDay(day: number): number {
    const place = Math.min(day - this.#firstDay, this.#upTo.length - 1);
    return place < 0 ? 0 : (this.#upTo[place] ?? 0);
  }

  #inOrder(pauses: readonly ClockPause[], last: IsoDate): { from: number; to: number }[] {
    if (pauses.length === 0) return [];
    return pauses
      .map((pause) => ({ from: this.#day(pause.from), to: this.#day(pause.to ?? last) }))
      .sort((a, b) => a.from - b.from);
  }

  #day(date: IsoDate): number {
    let day = this.#days.get(date);
    if (day === undefined) {
      day = Math.round(Date.parse(`${date}T00:00:00Z`) / msPerDay);
      this.#days.set(date, day);
    }
    return day;
  }
}

function dateOf(day: number): IsoDate {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}
