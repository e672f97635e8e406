import { isSendingOver } from '../../../shared/domain/leaving.ts';
import { indiaDate, instantOf } from '../../../shared/domain/india-date.ts';
import type { Language } from '../../../shared/domain/values.ts';
import type { Handlers } from '../../../shared/ipc/derive.ts';
import { keptDecision, type LeaveView } from '../../../shared/ipc/views/leave.ts';
import { keptRecordName, keptRecordTable } from '../../../shared/report-file/kept-record-table.ts';
import { reportCsv } from '../../../shared/report-file/report-csv.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { SignedIn } from '../../session/session.ts';
import { whilePresent, type Services } from '../services.ts';

/** What a desk that leaves its district still answers. */
export function leaveHandlers(services: Services): Pick<Handlers, 'leave.state' | 'leave.save'> {
  return {
    'leave.state': () =>
      whilePresent(services, async (desk) => {
        const view = await viewOf(services, desk);
        return view ? ok(view) : fail({ kind: 'not-found' });
      }),
    'leave.save': ({ language }) => whilePresent(services, (desk) => save(services, desk, language)),
  };
}

async function viewOf({ clock }: Services, { vault: { store } }: SignedIn): Promise<LeaveView | null> {
  const leaving = await store.leaving();
  if (!leaving) return null;
  const { why, since, sendUntil, heardAt, phase } = leaving;
  const { unsent, unsentActs } = await store.counts(instantOf(clock.now()));
  const kept = await store.keptDecisions();
  return {
    ...{ why, since, sendUntil, heardAt, phase, unsent, unsentActs },
    isSendingOver: isSendingOver(leaving),
    decisions: kept.map((each) => keptDecision.parse(each)),
  };
}

/** What leaves the vault in the clear is noted in the audit. */
async function save(services: Services, { vault: { store }, officer }: SignedIn, language: Language) {
  const now = services.clock.now();
  const kept = await store.keptDecisions();
  const text = reportCsv([keptRecordTable(kept, language)]);
  const name = keptRecordName(indiaDate(now), language);
  const saved = await services.saveFile(name, new TextEncoder().encode(text));
  if (!saved.ok || saved.value.savedAs === null) return saved;
  const detail = { decisions: kept.length };
  const entry = {
    at: instantOf(now),
    actor: officer.officerId,
    action: 'record-saved',
    subject: null,
    detail,
  };
  // The file is written: a full disk of the vault must not make it look as if it had failed.
  await store.noteAudit(entry).catch((error: unknown) => services.log('audit', error));
  return saved;
}
