import { calendarFor } from '../../../shared/domain/calendar.ts';
import type { DecisionContent, Outcome } from '../../../shared/domain/decision.ts';
import type { RequestId } from '../../../shared/domain/ids.ts';
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
  return makeReport(present(parts.facts.all(), standingOf(parts.decisions)), {
    from,
    to,
    today: meta.today() ?? indiaDate(Date.parse(enrolledAt)),
    asOf: lastContact === null ? null : indiaDate(Date.parse(lastContact)),
    windows: master.windows(),
    calendar: calendarFor(master.holidays(), district.id, additions.days()),
  });
}

/** As `byOutcome` of the day's report, without counting anything else: the day's page asks for it often. */
export function readDecidedOn({ facts, decisions }: StoreParts, day: IsoDate): Record<Outcome, number> {
  const standing = standingOf(decisions);
  const counts: Record<Outcome, number> = { approve: 0, reject: 0, return: 0, hold: 0 };
  for (const fact of present(facts.ofDay(day, [...standing.keys()]), standing)) {
    for (const { on, outcome } of fact.events) if (on === day) counts[outcome] += 1;
  }
  return counts;
}

type Standing = ReadonlyMap<RequestId, DecisionContent>;

function standingOf(decisions: StoreParts['decisions']): Standing {
  return new Map(decisions.standing().map((record) => [record.requestId, readContent(record)]));
}

/** What the server told, and this desk's decisions that the server's version does not hold yet. */
function present(facts: readonly ReportFact[], standing: Standing): ReportFact[] {
  return facts.map((fact) => {
    const content = standing.get(fact.requestId);
    return content ? factAfterDecision(fact, content) : fact;
  });
}
