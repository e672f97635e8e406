import type { MigrationWindow } from '../master.ts';
import type { IsoDate } from '../values.ts';
import { workingDaysBetween, type WorkingCalendar } from '../working-days.ts';
import type { WindowNotice } from './window-notice.ts';

/** Working days ahead from which officers are told. */
const soon = 3;
/** Days after which news is no news. */
const newsDays = 14;
/** No three working days lie further apart; spares counting to a date in another century. */
const furthestSoon = 31;

/**
 * What is to be told about the windows on `today`, the nearest date first. A window that ends before it begins tells
 * nothing here: it is a fault of the master data.
 */
export function windowNotices(
  windows: readonly MigrationWindow[],
  today: IsoDate,
  calendar: WorkingCalendar,
): WindowNotice[] {
  return windows
    .filter(({ from, to }) => from <= to)
    .flatMap((window) => eventsOf(window, today, calendar).map((event) => ({ window, ...event })))
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
    .map(({ window: { id, from, to, orderNo }, kind, date }) => ({
      id: `${id}|${kind}|${date}`,
      kind,
      windowId: id,
      from,
      to,
      orderNo,
    }));
}

interface Event {
  kind: WindowNotice['kind'];
  /** The date it tells. */
  date: IsoDate;
}

function eventsOf({ from, to }: MigrationWindow, today: IsoDate, calendar: WorkingCalendar): Event[] {
  if (today < from) return isSoon(today, from, calendar) ? [{ kind: 'opens-soon', date: from }] : [];
  if (today > to) return daysBetween(to, today) <= newsDays ? [{ kind: 'closed', date: to }] : [];
  const events: Event[] = [];
  if (daysBetween(from, today) <= newsDays) events.push({ kind: 'opened', date: from });
  if (isSoon(today, to, calendar)) events.push({ kind: 'closes-soon', date: to });
  return events;
}

function isSoon(today: IsoDate, date: IsoDate, calendar: WorkingCalendar): boolean {
  return daysBetween(today, date) <= furthestSoon && workingDaysBetween(today, date, calendar) <= soon;
}

function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
