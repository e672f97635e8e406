import type { BlobHash, DecisionId, RequestId } from '../../shared/domain/ids.ts';
import type { ClockPause } from '../../shared/domain/request.ts';
import { withState, type RowState, type SlimRow } from '../../shared/domain/slim-row.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import type { DueDates } from '../../shared/domain/working-days.ts';
import type { SetAsideItem } from '../../shared/ipc/contract.ts';
import type { ChangeLine } from '../../shared/sync/protocol.ts';
import { ArchiveBatch } from './archive/archive-batch.ts';
import { OfficeCalendars } from './office-calendars.ts';
import type { Applied } from './store.ts';
import type { StoreParts } from './store-parts.ts';

/** How long a decided request stays in the working set, in calendar days. */
export const recentDays = 30;

/**
 * One transaction's view of the day, the calendar and the revision counter, and what it changed. Lives and dies with
 * the transaction: nothing of it outlasts a rollback, but for working days that were counted by holidays it found.
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
  #hasSetAside: boolean | null = null;
  readonly #firstRevision: number;
  #revision: number;
  readonly #rows = new Map<RequestId, SlimRow>();
  readonly #states = new Map<RequestId, RowState>();
  readonly #removed = new Set<RequestId>();
  #calendars: OfficeCalendars;

  /** @param calendars of the transaction before; of use where they are of the same day. */
  constructor(parts: StoreParts, today: IsoDate, calendars: OfficeCalendars | null = null) {
    this.parts = parts;
    this.today = today;
    this.firstRecentDay = daysBefore(today, recentDays);
    this.archive = new ArchiveBatch(parts.archive);
    this.#calendars = calendars?.today === today ? calendars : new OfficeCalendars(parts, today);
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

  /** The line could not be used. */
  setAside(line: ChangeLine, why: SetAsideItem['why'], at: Instant): void {
    this.parts.setAside.put(line, why, at);
    this.#hasSetAside = true;
  }

  /** A later version of it could. Nearly always nothing is set aside, and each line that comes asks. */
  clearSetAside({ kind, id, version }: Pick<ChangeLine, 'kind' | 'id' | 'version'>): void {
    this.#hasSetAside ??= this.parts.setAside.isAny();
    if (this.#hasSetAside) this.parts.setAside.clear(kind, id, version);
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

  /** For the next transaction, once this one is on disk. */
  get calendars(): OfficeCalendars {
    return this.#calendars;
  }

  dueDates(district: string, receivedOn: IsoDate, pauses: readonly ClockPause[]): DueDates {
    return this.#calendars.dueDates(district, receivedOn, pauses);
  }

  /** New holidays came. What was counted by the old ones stays with the transaction before, for a rollback. */
  forgetHolidays(): void {
    this.#calendars = new OfficeCalendars(this.parts, this.today);
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
