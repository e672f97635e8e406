import { calendarFor } from '../../shared/domain/calendar.ts';
import { districtId, type BlobHash, type DecisionId, type RequestId } from '../../shared/domain/ids.ts';
import type { LocalAddition } from '../../shared/domain/local-addition.ts';
import type { HolidayList } from '../../shared/domain/master.ts';
import type { ClockPause } from '../../shared/domain/request.ts';
import { withState, type RowState, type SlimRow } from '../../shared/domain/slim-row.ts';
import type { IsoDate } from '../../shared/domain/values.ts';
import { dueDates, type DueDates, type WorkingCalendar } from '../../shared/domain/working-days.ts';
import { ArchiveBatch } from './archive/archive-batch.ts';
import type { Applied } from './store.ts';
import type { StoreParts } from './store-parts.ts';

/** How long a decided request stays in the working set, in calendar days. */
export const recentDays = 30;

/**
 * One transaction's view of the day, the calendar and the revision counter, and what it changed. Lives and dies with
 * the transaction: nothing of it outlasts a rollback.
 */
export class UnitOfWork {
  readonly parts: StoreParts;
  readonly today: IsoDate;
  /** What was decided before it leaves the working set. */
  readonly firstRecentDay: IsoDate;
  masterChanged = false;
  transfersChanged = false;
  claimsChanged = false;
  readonly unmasked = new Set<BlobHash>();
  readonly archive: ArchiveBatch;
  #hasOwnWork: boolean | null = null;
  #hasSeenRequests: boolean | null = null;
  readonly #firstRevision: number;
  #revision: number;
  readonly #rows = new Map<RequestId, SlimRow>();
  readonly #states = new Map<RequestId, RowState>();
  readonly #removed = new Set<RequestId>();
  #holidays: HolidayList[] | null = null;
  #additions: LocalAddition[] | null = null;
  readonly #calendars = new Map<string, WorkingCalendar>();
  readonly #due = new Map<string, DueDates>();

  constructor(parts: StoreParts, today: IsoDate) {
    this.parts = parts;
    this.today = today;
    this.firstRecentDay = daysBefore(today, recentDays);
    this.archive = new ArchiveBatch(parts.archive);
    this.#firstRevision = parts.meta.revision();
    this.#revision = this.#firstRevision;
  }

  nextRevision(): number {
    this.#revision += 1;
    return this.#revision;
  }

  /** Whether anything was decided or drafted here. */
  hasOwnWork(): boolean {
    this.#hasOwnWork ??= this.parts.decisions.isAny() || this.parts.drafts.isAny();
    return this.#hasOwnWork;
  }

  /** Before the stored version of a request is replaced: as officers saw it who have no answer yet. */
  keepSeen(id: RequestId): void {
    this.parts.seenRequests.keepFor(id);
    this.#hasSeenRequests = null;
  }

  /** Nearly always there is none, and a large push asks for each of its decisions. */
  forgetSeen(id: DecisionId): void {
    this.#hasSeenRequests ??= this.parts.seenRequests.isAny();
    if (this.#hasSeenRequests) this.parts.seenRequests.forget(id);
  }

  put(row: SlimRow): void {
    this.#removed.delete(row.id);
    this.#states.delete(row.id);
    this.#rows.set(row.id, row);
  }

  /** Of a row that is in the set. */
  putState(told: RowState): void {
    const row = this.#rows.get(told.id);
    if (row) this.#rows.set(told.id, withState(row, told));
    else this.#states.set(told.id, told);
  }

  remove(id: RequestId): void {
    this.#rows.delete(id);
    this.#states.delete(id);
    this.#removed.add(id);
  }

  /** Many requests of a page share the day of receipt: each span is counted once. */
  dueDates(district: string, receivedOn: IsoDate, pauses: readonly ClockPause[]): DueDates {
    const key = `${district}|${receivedOn}|${pauses.length === 0 ? '' : JSON.stringify(pauses)}`;
    const known = this.#due.get(key);
    if (known) return known;
    const due = dueDates(receivedOn, pauses, this.#calendar(district), this.today);
    this.#due.set(key, due);
    return due;
  }

  /** New holidays came: what was counted by the old ones is forgotten. */
  forgetHolidays(): void {
    this.#holidays = null;
    this.#additions = null;
    this.#calendars.clear();
    this.#due.clear();
  }

  #calendar(district: string): WorkingCalendar {
    const known = this.#calendars.get(district);
    if (known) return known;
    this.#holidays ??= this.parts.master.holidays();
    this.#additions ??= this.parts.additions.days();
    const calendar = calendarFor(this.#holidays, districtId.parse(district), this.#additions);
    this.#calendars.set(district, calendar);
    return calendar;
  }

  /** Keeps the index of words and the counter; the last act of the transaction. */
  finish(): Applied {
    this.archive.finish();
    if (this.#revision !== this.#firstRevision) this.parts.meta.writeRevision(this.#revision);
    return {
      rows: [...this.#rows.values()],
      ...(this.#states.size > 0 ? { states: [...this.#states.values()] } : {}),
      removed: [...this.#removed],
      masterChanged: this.masterChanged,
      ...(this.transfersChanged ? { transfersChanged: true } : {}),
      ...(this.claimsChanged ? { claimsChanged: true } : {}),
      ...(this.unmasked.size > 0 ? { unmasked: [...this.unmasked] } : {}),
    };
  }
}

function daysBefore(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
