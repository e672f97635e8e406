import type { AgeingBand } from './report/report.ts';
import type { ClockPause } from './request.ts';
import type { IsoDate } from './values.ts';
import { workingDaysSince, type WorkingCalendar } from './working-days.ts';

/** Working days within which the process is to end. Source: the process description, "7-15 working days". */
const lastWorkingDay = 15;

export interface RequestAge {
  /** Working days since receipt, pauses left out. */
  workingDays: number;
  band: AgeingBand;
  /** The 15th working day has gone by, and a working day after it has come. */
  isLate: boolean;
  /** Working days since the 15th; 0 while not late. */
  daysLate: number;
  /** Years that the count touched and whose holiday list is not recorded: say so beside the figure. */
  unknownYears: number[];
}

/** How old an open request is on `today`. While it is with others its age stands still, and lateness with it. */
export function ageOf(
  request: { receivedOn: IsoDate; pauses: readonly ClockPause[] },
  calendar: WorkingCalendar,
  today: IsoDate,
): RequestAge {
  const { days, unknownYears } = workingDaysSince(request.receivedOn, request.pauses, calendar, today);
  const daysLate = Math.max(0, days - lastWorkingDay);
  return { workingDays: days, band: ageingBandOf(days), isLate: daysLate > 0, daysLate, unknownYears };
}

export function ageingBandOf(workingDays: number): AgeingBand {
  if (workingDays <= 7) return '0-7';
  if (workingDays <= 15) return '8-15';
  return workingDays <= 30 ? '16-30' : '31+';
}
