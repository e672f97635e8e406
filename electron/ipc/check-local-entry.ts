import type { DeskError } from '../../shared/ipc/errors.ts';
import { containsAadhaarNumber } from '../../shared/domain/aadhaar-number.ts';
import { calendarFor } from '../../shared/domain/calendar.ts';
import type { DistrictId } from '../../shared/domain/ids.ts';
import { logoBytes, type LocalAddition, type LocalEntry } from '../../shared/domain/local-addition.ts';
import type { HolidayList } from '../../shared/domain/master.ts';
import type { Bilingual, IsoDate } from '../../shared/domain/values.ts';
import { isWorkingDay } from '../../shared/domain/working-days.ts';
import { isPicture } from './is-picture.ts';

/** A Collector adds two local holidays a year. Source: the domain's working days. */
const localHolidaysPerYear = 2;

export interface OfficeDays {
  districtId: DistrictId;
  holidays: readonly HolidayList[];
  additions: readonly LocalAddition[];
}

/** Why an addition cannot stand beside what is there; null when it can. */
export function localEntryFault(entry: LocalEntry, office: OfficeDays): DeskError | null {
  const leak = textsOf(entry).find(
    ({ text }) => containsAadhaarNumber(text.hi) || containsAadhaarNumber(text.en),
  );
  if (leak) return { kind: 'aadhaar-number-in-text', field: leak.field };
  const blank = textsOf(entry).find(({ text }) => text.hi.trim() === '' && text.en.trim() === '');
  if (blank) return { kind: 'invalid-input', path: `entry.${blank.field}` };
  switch (entry.kind) {
    case 'holiday':
      return holidayFault(entry.date, office);
    case 'working-day':
      return isListedHoliday(entry.date, office) ? null : { kind: 'invalid-input', path: 'entry.date' };
    case 'logo':
      return isPicture(entry.base64, entry.mime, logoBytes) ? null : { kind: 'not-a-picture' };
    case 'helpline':
    case 'letterhead':
    case 'signing-title':
      return null;
  }
}

/** Every free text of an entry. A helpline's number is one of the fields that may look like an Aadhaar number. */
function textsOf(entry: LocalEntry): { field: string; text: Bilingual }[] {
  switch (entry.kind) {
    case 'holiday':
    case 'working-day':
      return [{ field: 'name', text: entry.name }];
    case 'helpline':
      return [{ field: 'label', text: entry.label }];
    case 'letterhead':
      return entry.lines.map((text, nth) => ({ field: `lines.${nth}`, text }));
    case 'signing-title':
      return [{ field: 'title', text: entry.title }];
    case 'logo':
      return [];
  }
}

/** A holiday that was moved by opening another day takes that day's place, and is not one of the Collector's two. */
function holidayFault(date: IsoDate, office: OfficeDays): DeskError | null {
  const { holidays, districtId, additions } = office;
  if (!isWorkingDay(date, calendarFor(holidays, districtId, additions)))
    return { kind: 'already-a-holiday', date };
  const year = date.slice(0, 4);
  const ofYear = (kind: 'holiday' | 'working-day') =>
    additions.filter(({ entry }) => entry.kind === kind && entry.date.startsWith(year)).length;
  const maximum = localHolidaysPerYear + ofYear('working-day');
  return ofYear('holiday') < maximum ? null : { kind: 'too-many-local-holidays', maximum };
}

/** On the server's lists and not on a weekend, and not opened already. */
function isListedHoliday(date: IsoDate, { holidays, districtId, additions }: OfficeDays): boolean {
  const listed = calendarFor(holidays, districtId);
  const isWeekday = isWorkingDay(date, { ...listed, holidays: new Set() });
  const isOpened = additions.some(({ entry }) => entry.kind === 'working-day' && entry.date === date);
  return isWeekday && listed.holidays.has(date) && !isOpened;
}
