import type { HolidayList, MigrationWindow } from '../../../shared/domain/master.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';

/**
 * A report counted a second time, day by day and request by request, without any code of the desk: what the server
 * holds and a list of holidays, and nothing else.
 */
export interface CountedReport {
  received: number;
  /** approved, rejected, returned, held. */
  decisions: [number, number, number, number];
  /** By target LSP: to do, waiting, late. */
  pendency: Map<string, [toDo: number, waiting: number, late: number]>;
  /** By 0-7, 8-15, 16-30, 31+: to do, waiting. */
  ageing: [number, number][];
  /** By code and outcome. */
  reasons: Map<string, number>;
  byTargetLsp: Map<string, Flow>;
  byCurrentLsp: Map<string, Flow>;
  /** By `mm/yyyy`. */
  byMonth: Map<string, Flow>;
  /** 1-7, 8-15, 16+. */
  taken: [number, number, number];
  medianDays: number | null;
}

type Flow = [received: number, approved: number, rejected: number, returned: number, held: number];

const decisive = ['approved', 'rejected', 'returned', 'held'] as const;

export interface Counting {
  from: IsoDate;
  to: IsoDate;
  today: IsoDate;
  holidays: ReadonlySet<IsoDate>;
}

export function countByHand(requests: readonly MigrationRequest[], counting: Counting): CountedReport {
  const { from, to } = counting;
  const isInside = (date: string) => date >= from && date <= to;
  const counted: CountedReport = {
    received: 0,
    decisions: [0, 0, 0, 0],
    pendency: new Map(),
    ageing: [0, 1, 2, 3].map(() => [0, 0]),
    reasons: new Map(),
    byTargetLsp: new Map(),
    byCurrentLsp: new Map(),
    byMonth: new Map(),
    taken: [0, 0, 0],
    medianDays: null,
  };
  const days: number[] = [];
  for (const request of requests) {
    const add = (place: number, month: string) => {
      for (const [map, key] of [
        [counted.byTargetLsp, request.targetLspId],
        [counted.byCurrentLsp, request.currentLspId],
        [counted.byMonth, `${month.slice(5, 7)}/${month.slice(0, 4)}`],
      ] as const) {
        const flow: Flow = map.get(key) ?? [0, 0, 0, 0, 0];
        flow[place] = (flow[place] ?? 0) + 1;
        map.set(key, flow);
      }
    };
    if (isInside(request.receivedOn)) {
      counted.received += 1;
      add(0, request.receivedOn);
    }
    for (const { event, at, note } of request.history) {
      const place = decisive.findIndex((name) => name === event);
      const on = dayInIndia(at);
      if (place < 0 || !isInside(on)) continue;
      counted.decisions[place] = (counted.decisions[place] ?? 0) + 1;
      add(place + 1, on);
      for (const code of new Set(note.split(':')[0]?.match(/[A-Z]{1,3}\d{2}/g) ?? [])) {
        const key = `${code} ${event}`;
        counted.reasons.set(key, (counted.reasons.get(key) ?? 0) + 1);
      }
    }
    const stand = standing(request, counting);
    if (stand) {
      const row = counted.pendency.get(request.targetLspId) ?? [0, 0, 0];
      const side = stand.isWaiting ? 1 : 0;
      row[side] += 1;
      if (stand.days > 15) row[2] += 1;
      counted.pendency.set(request.targetLspId, row);
      const band = counted.ageing[[7, 15, 30].filter((most) => stand.days > most).length];
      if (band) band[side] += 1;
    }
    const closed = closingDay(request);
    if (closed !== null && isInside(closed)) {
      const took = workedDays(request, closed, counting.holidays);
      days.push(took);
      const band = [7, 15].filter((most) => took > most).length;
      counted.taken[band] = (counted.taken[band] ?? 0) + 1;
    }
  }
  counted.medianDays = middle(days);
  return counted;
}

/** received, approved, rejected, returned, held, open, late, and the median: of the requests that applied in a window. */
export function countWindow(
  requests: readonly MigrationRequest[],
  window: MigrationWindow,
  counting: Omit<Counting, 'from' | 'to'>,
): { counts: number[]; medianDays: number | null } {
  const mine = requests.filter(
    (one) => one.applicationDate >= window.from && one.applicationDate <= window.to,
  );
  const events = mine.flatMap((one) => one.history.map(({ event }) => event));
  const open = mine.flatMap((one) => standing(one, counting) ?? []);
  const closed = mine.flatMap((one) => {
    const on = closingDay(one);
    return on === null ? [] : [workedDays(one, on, counting.holidays)];
  });
  return {
    counts: [
      mine.length,
      ...decisive.map((name) => events.filter((event) => event === name).length),
      open.length,
      open.filter((one) => one.days > 15).length,
    ],
    medianDays: middle(closed),
  };
}

/** The state's holidays and the district's, as the lists have them. */
export function holidaysOf(lists: readonly HolidayList[], district: string): Set<IsoDate> {
  const mine = lists.filter(({ districtId }) => districtId === null || districtId === district);
  return new Set(mine.flatMap((list) => list.days.map(({ date }) => date)));
}

export function standing(
  request: MigrationRequest,
  { today, holidays }: Pick<Counting, 'today' | 'holidays'>,
): { isWaiting: boolean; days: number } | null {
  if (!['pending', 'returned', 'on-hold'].includes(request.status)) return null;
  return { isWaiting: request.status !== 'pending', days: workedDays(request, today, holidays) };
}

/** Of the final decision; null while there is none, and for what was withdrawn. */
function closingDay({ status, history }: MigrationRequest): IsoDate | null {
  if (!['approved', 'rejected', 'transferred'].includes(status)) return null;
  const last = history.filter(({ event }) => event === 'approved' || event === 'rejected').at(-1);
  return last ? dayInIndia(last.at) : null;
}

/** Monday to Friday after the receipt, up to and with the day; not on holidays, nor while others held the file. */
function workedDays(
  { receivedOn, pauses }: MigrationRequest,
  to: IsoDate,
  holidays: ReadonlySet<IsoDate>,
): number {
  let count = 0;
  for (let day = after(receivedOn); day <= to; day = after(day)) {
    const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
    const isPaused = pauses.some((pause) => pause.from <= day && day < (pause.to ?? to));
    if (weekday !== 0 && weekday !== 6 && !holidays.has(day) && !isPaused) count += 1;
  }
  return count;
}

function after(date: IsoDate): IsoDate {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function dayInIndia(at: string): IsoDate {
  return new Date(Date.parse(at) + 330 * 60_000).toISOString().slice(0, 10);
}

function middle(values: readonly number[]): number | null {
  const inOrder = values.toSorted((a, b) => a - b);
  const [low, high] = [inOrder[Math.ceil(inOrder.length / 2) - 1], inOrder[Math.floor(inOrder.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
