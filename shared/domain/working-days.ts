import type { ClockPause } from './request.ts';
import type { IsoDate } from './values.ts';

const msPerDay = 86_400_000;

/** Days after receipt at which counting ends, whatever the pauses say: three years. */
const longestSpan = 3 * 366;

/** The days on which the office is closed, and the years for which that is known at all. */
export interface WorkingCalendar {
  holidays: ReadonlySet<IsoDate>;
  knownYears: ReadonlySet<number>;
}

export interface DueDates {
  day7: IsoDate;
  day15: IsoDate;
  /**
   * Years that the span touches and whose holiday list is not recorded: say so beside the date. Holds the last year
   * too when counting ended before the 15th working day, as that year is not wholly known to the count.
   */
  unknownYears: number[];
  /** The clock stands still now: the dates are what they would be if the file came back today. */
  paused: boolean;
}

function toDays(date: IsoDate): number {
  const parsed = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(parsed)) throw new RangeError(`Not a date: ${date}`);
  return Math.round(parsed / msPerDay);
}

function fromDays(days: number): IsoDate {
  return new Date(days * msPerDay).toISOString().slice(0, 10);
}

/** 0 is Sunday, as day 0 (1970-01-01) was a Thursday. */
function isWeekend(days: number): boolean {
  const weekday = (((days + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

export function isWorkingDay(date: IsoDate, calendar: WorkingCalendar): boolean {
  return !isWeekend(toDays(date)) && !calendar.holidays.has(date);
}

/** The years that a span touches, in order. */
function yearsBetween(first: IsoDate, last: IsoDate): number[] {
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  return Array.from({ length: to - from + 1 }, (_each, n) => from + n);
}

function isPaused(date: IsoDate, pauses: readonly ClockPause[]): boolean {
  return pauses.some((pause) => pause.from <= date && (pause.to === null || date < pause.to));
}

/**
 * The 7th and 15th working day after receipt (day 1 is the first working day after it). Days on which the clock is
 * paused do not count; of a pause that is still open, the days up to `today` are skipped.
 * Pauses that stretch the count beyond three years end it there: dates not reached are its last day, which no office
 * should rest on, and the year is named among `unknownYears`.
 * Source: the process description, "7-15 working days"; state offices work Monday to Friday.
 */
export function dueDates(
  receivedOn: IsoDate,
  pauses: readonly ClockPause[],
  calendar: WorkingCalendar,
  today: IsoDate,
): DueDates {
  const open = pauses.find((pause) => pause.to === null);
  const closed = pauses.map((pause) => ({ ...pause, to: pause.to ?? laterOf(today, pause.from) }));
  const received = toDays(receivedOn);
  let count = 0;
  let day7: IsoDate | null = null;
  let day = received;
  const lastDay = day + longestSpan;
  while (count < 15 && day < lastDay) {
    day += 1;
    if (isWeekend(day)) continue;
    const date = fromDays(day);
    if (calendar.holidays.has(date) || isPaused(date, closed)) continue;
    count += 1;
    if (count === 7) day7 = date;
  }
  const day15 = fromDays(day);
  const isCut = count < 15;
  const unknownYears = yearsBetween(fromDays(received + 1), day15).filter(
    (year) => !calendar.knownYears.has(year) || (isCut && day15.startsWith(String(year))),
  );
  return { day7: day7 ?? day15, day15, unknownYears, paused: open !== undefined };
}

/**
 * Working days from the day after receipt up to and with `today`, without those on which the clock was paused; an open
 * pause lasts. Never negative. Counting ends three years after receipt, as with `dueDates`.
 */
export function workingDaysSince(
  receivedOn: IsoDate,
  pauses: readonly ClockPause[],
  calendar: WorkingCalendar,
  today: IsoDate,
): { days: number; unknownYears: number[] } {
  const years = new Set<number>();
  const received = toDays(receivedOn);
  const last = Math.min(toDays(today), received + longestSpan);
  let days = 0;
  for (let day = received + 1; day <= last; day += 1) {
    const date = fromDays(day);
    years.add(Number(date.slice(0, 4)));
    if (isWorkingDay(date, calendar) && !isPaused(date, pauses)) days += 1;
  }
  return { days, unknownYears: [...years].filter((year) => !calendar.knownYears.has(year)) };
}

function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

/** Working days from `from` (not counted) to `to` (counted); negative when `to` lies before `from`. */
export function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = toDays(from) + 1; day <= toDays(to); day += 1) {
    if (isWorkingDay(fromDays(day), calendar)) count += 1;
  }
  return count;
}
