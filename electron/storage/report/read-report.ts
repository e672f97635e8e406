import { calendarFor } from '../../../shared/domain/calendar.ts';
import { indiaDate } from '../../../shared/domain/india-date.ts';
import { makeReport } from '../../../shared/domain/report/make-report.ts';
import type { ReportFact } from '../../../shared/domain/report/report-fact.ts';
import type { Report } from '../../../shared/domain/report/report.ts';
import type { IsoDate } from '../../../shared/domain/values.ts';
import type { StoreParts } from '../store-parts.ts';
import type { VaultIdentity } from '../store.ts';
import { readContent } from '../tables/decision-table.ts';
import { factAfterDecision } from './fact-of-request.ts';

/** The rules are told in `Store.report`. */
export function readReport(
  parts: StoreParts,
  { district, enrolledAt }: VaultIdentity,
  from: IsoDate,
  to: IsoDate,
): Report {
  const { meta, master, additions } = parts;
  const lastContact = meta.lastContact();
  return makeReport(presentFacts(parts), {
    from,
    to,
    today: meta.today() ?? indiaDate(Date.parse(enrolledAt)),
    asOf: lastContact === null ? null : indiaDate(Date.parse(lastContact)),
    windows: master.windows(),
    calendar: calendarFor(master.holidays(), district.id, additions.days()),
  });
}

/** What the server told, and this desk's decisions that the server's version does not hold yet. */
function presentFacts({ facts, decisions }: StoreParts): ReportFact[] {
  const standing = new Map(decisions.standing().map((record) => [record.requestId, readContent(record)]));
  return facts.all().map((fact) => {
    const content = standing.get(fact.requestId);
    return content ? factAfterDecision(fact, content) : fact;
  });
}
