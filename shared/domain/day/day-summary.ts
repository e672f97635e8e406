import { z } from 'zod';
import { outcome } from '../decision.ts';
import { requestId } from '../ids.ts';
import { requestStatus } from '../request.ts';
import { bilingual, isoDate } from '../values.ts';
import { windowNotice } from './window-notice.ts';

/** An open request whose 15th working day has gone by: the escalation list. */
export const lateRequest = z.object({
  requestId,
  requestNo: z.string(),
  kioskCode: z.string(),
  centreName: bilingual,
  status: requestStatus,
  receivedOn: isoDate,
  dueOn: isoDate,
  /** Working days since the 15th. */
  daysLate: z.int().positive(),
  unknownYears: z.array(z.int()),
});
export type LateRequest = z.infer<typeof lateRequest>;

/** The office's day on one page. */
export const daySummary = z.object({
  today: isoDate,
  isWorkingDay: z.boolean(),
  /** Whether the year's holiday list is recorded; where not, no date of that year can be relied on. */
  holidaysKnown: z.boolean(),
  /** All of the day, seen or not: the day's page and its print tell them whoever has seen them. */
  windows: z.array(windowNotice),
  /** Ids of those that this officer has not seen: told on every screen. */
  unseen: z.array(z.string()),
  /** The window that is open today, as of the last sync. */
  openWindow: z
    .object({ from: isoDate, to: isoDate, orderNo: z.string(), workingDaysLeft: z.int() })
    .nullable(),
  toDo: z.int(),
  waiting: z.int(),
  receivedToday: z.int(),
  /** To do, and the 15th working day is today or within two working days. */
  dueSoon: z.int(),
  /** Latest first by how late they are. */
  late: z.array(lateRequest),
  decidedToday: z.record(outcome, z.int()),
  undoable: z.int(),
  unsent: z.int(),
  refused: z.int(),
  conflicted: z.int(),
  transfersWaiting: z.int(),
  transfersFailed: z.int(),
  /** Completed with differences that nobody has acknowledged. */
  transfersToAcknowledge: z.int(),
  followUpsOpen: z.int(),
  /** The day of the server's last answer. */
  asOf: isoDate.nullable(),
});
export type DaySummary = z.infer<typeof daySummary>;
