import type { LspId, RequestId } from '../../../shared/domain/ids.ts';
import type { ReportEvent, ReportFact } from '../../../shared/domain/report/report-fact.ts';
import type { ClockPause, RequestStatus } from '../../../shared/domain/request.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { SqlDatabase } from '../sql-database.ts';

interface Stored {
  requestId: RequestId;
  status: RequestStatus;
  applicationDate: IsoDate;
  receivedOn: IsoDate;
  closedOn: IsoDate | null;
  currentLspId: LspId;
  targetLspId: LspId;
  pauses: string | null;
  events: string | null;
}

/** What reports count, one row for each request in view. Lists that are empty, as most are, are null. */
export function factTable(db: SqlDatabase) {
  const put = db.prepare(
    `INSERT OR REPLACE INTO facts (request_id, status, application_date, received_on, closed_on, current_lsp,
       target_lsp, pauses, events) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = db.prepare('DELETE FROM facts WHERE request_id = ?');
  const all = db.prepare<[], Stored>(
    `SELECT request_id AS requestId, status, application_date AS applicationDate, received_on AS receivedOn,
       closed_on AS closedOn, current_lsp AS currentLspId, target_lsp AS targetLspId, pauses, events FROM facts`,
  );
  const withEventOn = db.prepare<[string, string], Stored>(
    `SELECT request_id AS requestId, status, application_date AS applicationDate, received_on AS receivedOn,
       closed_on AS closedOn, current_lsp AS currentLspId, target_lsp AS targetLspId, pauses, events FROM facts
     WHERE events LIKE ? OR request_id IN (SELECT value FROM json_each(?))`,
  );
  return {
    put(fact: ReportFact): void {
      const { requestId, status, applicationDate, receivedOn, closedOn, currentLspId, targetLspId } = fact;
      const lists = [listText(fact.pauses), listText(fact.events)];
      put.run(requestId, status, applicationDate, receivedOn, closedOn, currentLspId, targetLspId, ...lists);
    },
    remove: (id: RequestId) => void remove.run(id),
    all: (): ReportFact[] => all.all().map(factOf),
    /** Those with an event on a day, and those named: a fraction of all, found without reading each one's lists. */
    ofDay: (day: IsoDate, named: readonly RequestId[]): ReportFact[] =>
      withEventOn.all(`%"on":"${day}"%`, JSON.stringify(named)).map(factOf),
  };
}

function listText(list: readonly unknown[]): string | null {
  return list.length === 0 ? null : JSON.stringify(list);
}

function factOf(stored: Stored): ReportFact {
  return {
    ...stored,
    pauses: stored.pauses === null ? [] : (JSON.parse(stored.pauses) as ClockPause[]),
    events: stored.events === null ? [] : (JSON.parse(stored.events) as ReportEvent[]),
  };
}
