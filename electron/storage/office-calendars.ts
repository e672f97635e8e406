import { calendarFor } from '../../shared/domain/calendar.ts';
import { districtId } from '../../shared/domain/ids.ts';
import type { LocalAddition } from '../../shared/domain/local-addition.ts';
import type { HolidayList } from '../../shared/domain/master.ts';
import type { ClockPause } from '../../shared/domain/request.ts';
import type { IsoDate } from '../../shared/domain/values.ts';
import { dueDates, type DueDates, type WorkingCalendar } from '../../shared/domain/working-days.ts';
import type { StoreParts } from './store-parts.ts';

/** More spans than a district has at a time; with one more, all are counted anew. */
const mostSpans = 5000;

/**
 * The working calendars of the districts and what was counted by them, for one day and one state of the holidays: with
 * either changed, it is to be replaced. Many requests share the day of receipt, and each span is counted once.
 */
export class OfficeCalendars {
  readonly today: IsoDate;
  readonly #parts: Pick<StoreParts, 'master' | 'additions'>;
  #holidays: HolidayList[] | null = null;
  #additions: LocalAddition[] | null = null;
  readonly #calendars = new Map<string, WorkingCalendar>();
  readonly #due = new Map<string, DueDates>();

  constructor(parts: Pick<StoreParts, 'master' | 'additions'>, today: IsoDate) {
    this.#parts = parts;
    this.today = today;
  }

  dueDates(district: string, receivedOn: IsoDate, pauses: readonly ClockPause[]): DueDates {
    const key = `${district}|${receivedOn}|${pauses.length === 0 ? '' : JSON.stringify(pauses)}`;
    const known = this.#due.get(key);
    if (known) return known;
    const due = dueDates(receivedOn, pauses, this.#calendar(district), this.today);
    if (this.#due.size >= mostSpans) this.#due.clear();
    this.#due.set(key, due);
    return due;
  }

  #calendar(district: string): WorkingCalendar {
    const known = this.#calendars.get(district);
    if (known) return known;
    this.#holidays ??= this.#parts.master.holidays();
    this.#additions ??= this.#parts.additions.days();
    const calendar = calendarFor(this.#holidays, districtId.parse(district), this.#additions);
    this.#calendars.set(district, calendar);
    return calendar;
  }
}
