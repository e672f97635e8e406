import { decisionContent, sealedDecision, type DecisionContent } from '../../../shared/domain/decision.ts';
import type { Officer } from '../../../shared/domain/master.ts';
import { officer as officerSchema } from '../../../shared/domain/master.ts';
import type { StandingDecision } from '../../../shared/domain/standing-decision.ts';
import { pushAnswerItem, receiptContent } from '../../../shared/sync/protocol.ts';
import type { Database } from '../database/open-database.ts';

/** The newest accepted decision on a request, and the version of the request that it led to. */
export interface Standing {
  decision: StandingDecision;
  version: number;
}

/** Of the requests named, as far as any of them was decided by the district's desks. */
export async function standingDecisions(
  database: Database,
  districtId: string,
  requestIds: readonly string[],
): Promise<Map<string, Standing>> {
  if (requestIds.length === 0) return new Map();
  const rows = await database
    .selectFrom('decisions')
    .innerJoin('devices', 'devices.id', 'decisions.device_id')
    .innerJoin('officer_accounts', 'officer_accounts.id', 'decisions.officer_id')
    .select([
      'decisions.request_id as requestId',
      'decisions.answer',
      'decisions.sealed',
      'officer_accounts.body',
    ])
    .where('decisions.request_id', 'in', [...new Set(requestIds)])
    .where('decisions.result', '=', 'accepted')
    .where('devices.district_id', '=', districtId)
    .orderBy('decisions.server_sequence')
    .execute();
  return new Map(
    rows.flatMap(({ requestId, answer, sealed, body }) => {
      const standing = sealed === null ? null : standingOf(answer, sealed, body);
      return requestId === null || standing === null ? [] : [[requestId, standing] as const];
    }),
  );
}

export function standingFrom(
  content: DecisionContent,
  officer: Officer,
  { version, acceptedAt }: { version: number; acceptedAt: string },
): Standing {
  const { outcome, recordedAt, reasonCodes, remarks } = content;
  return {
    version,
    decision: { outcome, officerName: officer.name, recordedAt, acceptedAt, reasonCodes, remarks },
  };
}

function standingOf(answer: string, sealed: string, officer: string): Standing | null {
  const answered = pushAnswerItem.parse(JSON.parse(answer));
  if (answered.result !== 'accepted') return null;
  const { requestVersion: version, acceptedAt } = receiptContent.parse(JSON.parse(answered.receipt.text));
  const { content } = sealedDecision.parse(JSON.parse(sealed));
  const parsed = decisionContent.parse(JSON.parse(content));
  return standingFrom(parsed, officerSchema.parse(JSON.parse(officer)), { version, acceptedAt });
}
