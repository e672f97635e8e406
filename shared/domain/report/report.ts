import { z } from 'zod';
import { outcome } from '../decision.ts';
import { lspId } from '../ids.ts';
import { isoDate } from '../values.ts';

export const ageingBands = ['0-7', '8-15', '16-30', '31+'] as const;
/** Working days since receipt, pauses left out. */
export const ageingBand = z.enum(ageingBands);
export type AgeingBand = z.infer<typeof ageingBand>;

export const takenBands = ['1-7', '8-15', '16+'] as const;
/** Working days from receipt to the final decision, pauses left out; the process allows 7 to 15. */
export const takenBand = z.enum(takenBands);
export type TakenBand = z.infer<typeof takenBand>;

const counts = { approved: z.int(), rejected: z.int(), returned: z.int(), held: z.int() };

/** One window's requests: those whose application date lies in it. */
export const windowFigures = z.object({
  windowId: z.string(),
  from: isoDate,
  to: isoDate,
  orderNo: z.string(),
  received: z.int(),
  ...counts,
  open: z.int(),
  late: z.int(),
  /** Working days; null where nothing was decided. */
  medianDays: z.number().nullable(),
});
export type WindowFigures = z.infer<typeof windowFigures>;

/** What the office did from `from` to `to`, both counted, and what lies before it on `today`. */
export const report = z.object({
  from: isoDate,
  to: isoDate,
  today: isoDate,
  /** The day of the server's last answer. */
  asOf: isoDate.nullable(),
  received: z.int(),
  ...counts,
  /** Open on `today`, whenever received. */
  pendency: z.array(z.object({ lspId, toDo: z.int(), waiting: z.int(), late: z.int() })),
  ageing: z.array(z.object({ band: ageingBand, toDo: z.int(), waiting: z.int() })),
  byOutcome: z.array(z.object({ outcome, count: z.int() })),
  byReason: z.array(z.object({ code: z.string(), outcome, count: z.int() })),
  /** By the target LSP, and by the LSP that is left. */
  byTargetLsp: z.array(z.object({ lspId, received: z.int(), ...counts })),
  byCurrentLsp: z.array(z.object({ lspId, received: z.int(), ...counts })),
  /** `yyyy-mm`. */
  byMonth: z.array(z.object({ month: z.string(), received: z.int(), ...counts })),
  timeTaken: z.array(z.object({ band: takenBand, count: z.int() })),
  medianDays: z.number().nullable(),
  /** Years whose holiday list is not recorded and that a count of days touched. */
  unknownYears: z.array(z.int()),
  /** The window that is open, or else the last one, and the one before it. */
  thisWindow: windowFigures.nullable(),
  lastWindow: windowFigures.nullable(),
});
export type Report = z.infer<typeof report>;
