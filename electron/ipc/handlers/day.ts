import { calendarFor } from '../../../shared/domain/calendar.ts';
import { pausesAtDesk } from '../../../shared/domain/clock-pauses.ts';
import type { DaySummary } from '../../../shared/domain/day/day-summary.ts';
import { makeDaySummary, needsPauses } from '../../../shared/domain/day/make-summary.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
import { indiaDate, instantOf } from '../../../shared/domain/india-date.ts';
import type { ClockPause } from '../../../shared/domain/request.ts';
import type { SlimRow } from '../../../shared/domain/slim-row.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { ok } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import type { Store } from '../../storage/store.ts';
import { done, whileSignedIn, type Services } from '../services.ts';

export function dayHandlers(services: Services): Pick<Handlers, 'day.summary' | 'notice.seen'> {
  return {
    'day.summary': () => whileSignedIn(services, async (desk) => ok(await readDaySummary(desk))),
    'notice.seen': ({ ids }) =>
      whileSignedIn(services, async ({ vault, officer }) => {
        const at = instantOf(services.clock.now());
        await vault.store.noticesSeen(officer.officerId, ids, at);
        return done;
      }),
  };
}

/** The day's page, as the window shows it and as it is printed. The day is the server's where it is known. */
export async function readDaySummary({ vault, officer, engine }: SignedIn): Promise<DaySummary> {
  const { store, identity } = vault;
  const { today, lastContactAt, undoable, unsent, refused, conflicted } = await engine.status();
  const { windows, holidays } = await store.master();
  const rows = await allRows(store);
  return makeDaySummary({
    today,
    asOf: lastContactAt === null ? null : indiaDate(Date.parse(lastContactAt)),
    rows,
    pauses: await pausesOf(store, rows, today),
    windows,
    calendar: calendarFor(holidays, identity.district.id, await store.additions()),
    seen: new Set(await store.seenNotices(officer.officerId)),
    decidedToday: await store.decidedOn(today),
    counts: { undoable, unsent, refused, conflicted },
    transfers: await store.transferRows(),
  });
}

const pageRows = 1000;

async function allRows(store: Store): Promise<SlimRow[]> {
  const rows: SlimRow[] = [];
  let after: RequestId | null = null;
  do {
    const page: Awaited<ReturnType<Store['slimRows']>> = await store.slimRows(after, pageRows);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

async function pausesOf(
  store: Store,
  rows: readonly SlimRow[],
  today: IsoDate,
): Promise<Map<RequestId, readonly ClockPause[]>> {
  const pauses = new Map<RequestId, readonly ClockPause[]>();
  for (const { id } of rows.filter((row) => needsPauses(row, today))) {
    const stored = await store.request(id);
    if (!stored) continue;
    const { request, decision } = stored;
    pauses.set(id, pausesAtDesk(request, decision && { ...decision.parsed, state: decision.state }));
  }
  return pauses;
}
