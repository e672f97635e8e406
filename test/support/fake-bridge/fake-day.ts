import { indiaDate, instantOf } from '../../../shared/domain/india-date.ts';
import {
  localAdditionId,
  type LocalAddition,
  type LocalEntry,
} from '../../../shared/domain/local-addition.ts';
import type { HolidayList } from '../../../shared/domain/master.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import type { DeskError } from '../../../shared/ipc/errors.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { FakeDesk } from './fake-handlers.ts';
import { sampleDay, sampleNotices } from './sample-day.ts';
import { sampleDistrict, sampleMaster, sampleOfficer } from './sample-office.ts';
import { sampleReport } from './sample-report.ts';

type Channels =
  | 'master.all'
  | 'master.addLocal'
  | 'master.removeLocal'
  | 'day.summary'
  | 'notice.seen'
  | 'report.read'
  | 'report.save';

const mostLocalHolidays = 2;

export function fakeDay(desk: FakeDesk): Pick<Handlers, Channels> {
  let additions: LocalAddition[] = [...sampleMaster.additions];
  const seen = new Set<string>();
  const changed = () => {
    desk.emit('feed', { rows: [], removed: [], masterChanged: true });
  };
  return {
    'master.all': async () =>
      ok({ ...sampleMaster, additions, holidays: [...sampleMaster.holidays, ...localHolidays(additions)] }),
    'master.addLocal': async ({ entry }) => {
      const error = obstacleOf(entry, additions);
      if (error !== null) return fail(error);
      const addition: LocalAddition = {
        id: localAdditionId.parse(crypto.randomUUID()),
        ...{ entry, by: sampleOfficer.id, byName: sampleOfficer.name, at: instantOf(desk.now()) },
      };
      additions = [...additions, addition];
      changed();
      return ok(addition);
    },
    'master.removeLocal': async ({ id }) => {
      if (!additions.some((one) => one.id === id)) return fail({ kind: 'not-found' });
      additions = additions.filter((one) => one.id !== id);
      changed();
      return ok(undefined);
    },
    'day.summary': async () => ok(sampleDay(desk, desk.hasNotices ? sampleNotices : [], seen)),
    'notice.seen': async ({ ids }) => {
      for (const id of ids) seen.add(id);
      return ok(undefined);
    },
    'report.read': async ({ from, to }) =>
      from > to ? fail({ kind: 'invalid-range' }) : ok(sampleReport(from, to, indiaDate(desk.now()))),
    'report.save': async ({ from, format }) =>
      ok({ savedAs: format === 'csv' ? null : `namuna-report-${from}.${format}` }),
  };
}

function obstacleOf(entry: LocalEntry, additions: readonly LocalAddition[]): DeskError | null {
  if (entry.kind !== 'holiday') return null;
  const dates = additions.flatMap(({ entry: one }) => (one.kind === 'holiday' ? [one.date] : []));
  const listed = sampleMaster.holidays.flatMap((list) => list.days.map((day) => day.date));
  if ([...dates, ...listed].includes(entry.date)) return { kind: 'already-a-holiday', date: entry.date };
  const year = entry.date.slice(0, 4);
  return dates.filter((date) => date.startsWith(year)).length >= mostLocalHolidays
    ? { kind: 'too-many-local-holidays', maximum: mostLocalHolidays }
    : null;
}

function localHolidays(additions: readonly LocalAddition[]): HolidayList[] {
  return additions.flatMap(({ entry }) =>
    entry.kind === 'holiday'
      ? [
          {
            year: Number(entry.date.slice(0, 4)),
            districtId: sampleDistrict.id,
            days: [{ date: entry.date, name: entry.name }],
          },
        ]
      : [],
  );
}
