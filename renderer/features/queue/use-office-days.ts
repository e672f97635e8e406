import { useMemo } from 'react';
import { calendarFor } from '../../../shared/domain/calendar.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { WorkingCalendar } from '../../../shared/domain/working-days.ts';
import { useDesk } from '../../app/desk-store.ts';
import { soonUntil } from './ageing.ts';

export interface OfficeDays {
  today: IsoDate;
  calendar: WorkingCalendar;
  soonEnd: IsoDate;
}

/** The office's day and its holidays; null until the main process has told them. */
export function useOfficeDays(): OfficeDays | null {
  const today = useDesk((desk) => desk.sync?.today ?? null);
  const holidays = useDesk((desk) => desk.master?.holidays ?? null);
  const districtId = useDesk((desk) => desk.app?.signedIn?.district.id ?? null);

  return useMemo(() => {
    if (today === null || holidays === null || districtId === null) return null;
    const calendar = calendarFor(holidays, districtId);
    return { today, calendar, soonEnd: soonUntil(today, calendar) };
  }, [today, holidays, districtId]);
}
