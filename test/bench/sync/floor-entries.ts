import { calendarFor } from '../../../shared/domain/calendar.ts';
import { openStatuses, type MigrationRequest } from '../../../shared/domain/request.ts';
import { slimRowOf } from '../../../shared/domain/slim-row.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import { dueDates, type DueDates } from '../../../shared/domain/working-days.ts';
import { archiveTexts, archiveWords } from '../../../electron/storage/archive/archive-words.ts';
import { factOfRequest } from '../../../electron/storage/report/fact-of-request.ts';
import { readStateHolidays } from '../../support/samples/read-holidays.ts';
import { sampleOffice } from '../../support/sync/sample-office.ts';
import { at, today } from './workload.ts';

/** What the store writes of one request beside its body, as bound parameters in the order of the floor's statements. */
export interface Entries {
  row: unknown[];
  /** Of its words in the index. */
  place: number;
  words: string;
  fact: unknown[];
}

const placesOfDay = 2 ** 24;

const calendar = calendarFor(readStateHolidays(), sampleOffice.district.id, []);

/** The same rows and search entries that the store makes, by the same functions. */
export function entriesOf(requests: readonly MigrationRequest[]): Map<string, Entries> {
  const spans = new Map<string, DueDates>();
  // None of them was paused: each span is counted once, as in the store.
  const dueOf = (receivedOn: IsoDate): DueDates => {
    const due = spans.get(receivedOn) ?? dueDates(receivedOn, [], calendar, today);
    spans.set(receivedOn, due);
    return due;
  };
  return new Map(
    requests.map((request, n): [string, Entries] => {
      const due = dueOf(request.receivedOn);
      const slim = slimRowOf(request, due, { decision: null, hasDraft: false }, n + 1);
      const fact = factOfRequest(request);
      const { id, districtId, receivedOn, status } = request;
      const isOpen = Number(openStatuses.includes(status));
      const recentOn = request.updatedAt.slice(0, 10);
      return [
        id,
        {
          row: [
            id,
            districtId,
            receivedOn,
            due.day15,
            '[]',
            0,
            isOpen,
            0,
            0,
            recentOn,
            1,
            JSON.stringify(slim),
          ],
          place: dayPlace(receivedOn) + n,
          // The words of a later version did not change: they are in the index.
          words: request.version === 1 ? archiveWords(archiveTexts(request, null)) : '',
          fact: [
            ...[id, status, fact.applicationDate, receivedOn, fact.closedOn],
            ...[
              fact.currentLspId,
              fact.targetLspId,
              null,
              fact.events.length ? JSON.stringify(fact.events) : null,
            ],
          ],
        },
      ];
    }),
  );
}

function dayPlace(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) / 86_400_000) * placesOfDay;
}

export const auditRow = (action: string, subject: string | null, detail: string) =>
  [at, null, action, subject, detail, 'a'.repeat(64)] as const;
