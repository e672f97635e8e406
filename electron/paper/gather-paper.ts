import { followUpsOf } from '../../shared/domain/transfer/follow-ups.ts';
import { reconcile, toAcknowledge } from '../../shared/domain/transfer/reconcile.ts';
import type { RequestId } from '../../shared/domain/ids.ts';
import type { IsoDate, Language } from '../../shared/domain/values.ts';
import type { DeskError } from '../../shared/ipc/errors.ts';
import type { PaperWish } from '../../shared/ipc/views/paper.ts';
import { acknowledgementPaper } from '../../shared/paper/acknowledgement-paper.ts';
import { daySummaryPaper } from '../../shared/paper/day-summary-paper.ts';
import { keptRecordPaper } from '../../shared/paper/kept-record-paper.ts';
import type { Paper } from '../../shared/paper/paper.ts';
import { reconciliationPaper } from '../../shared/paper/reconciliation-paper.ts';
import { registerPaper } from '../../shared/paper/register-paper.ts';
import { fail, ok, unreachable, type Result } from '../../shared/result.ts';
import { districtNameIn, lspNameIn, lspNames, officeOf, requestOf, type PaperSources } from './gather.ts';
import { gatherOrder } from './gather-order.ts';
import { gatherStatusSlip } from './gather-status-slip.ts';

/** The paper that is wished for, from what the vault holds now. */
export function gatherPaper(
  sources: PaperSources,
  wish: PaperWish,
  language: Language,
): Promise<Result<Paper, DeskError>> {
  switch (wish.kind) {
    case 'order':
      return gatherOrder(sources, wish.decisionId, language);
    case 'acknowledgement':
      return gatherAcknowledgement(sources, wish.requestId, language);
    case 'status-slip':
      return gatherStatusSlip(sources, wish.requestId, language);
    case 'register':
      return gatherRegister(sources, wish.day, language);
    case 'reconciliation':
      return gatherReconciliation(sources, wish.requestId, language);
    case 'day-summary':
      return gatherDaySummary(sources, language);
    case 'kept-record':
      return gatherKeptRecord(sources, language);
    default:
      return unreachable(wish);
  }
}

type Gathered = Promise<Result<Paper, DeskError>>;

async function gatherAcknowledgement(sources: PaperSources, id: RequestId, language: Language): Gathered {
  const stored = await requestOf(sources, id);
  if (!stored.ok) return stored;
  const { request, row } = stored.value;
  const lsps = lspNames(request, await sources.store.master());
  return ok(acknowledgementPaper({ request, row, lsps, office: await officeOf(sources) }, language));
}

async function gatherRegister(sources: PaperSources, day: IsoDate, language: Language): Gathered {
  const lines = await sources.store.register(day);
  const { series } = sources.identity;
  return ok(registerPaper({ day, series, lines, office: await officeOf(sources) }, language));
}

async function gatherReconciliation(sources: PaperSources, id: RequestId, language: Language): Gathered {
  const stored = await sources.store.transfer(id);
  if (stored === null) return fail({ kind: 'not-found' });
  const { transfer, centreName } = stored;
  const lines = reconcile(transfer);
  const master = await sources.store.master();
  const facts = {
    transfer,
    centreName,
    lines,
    toAcknowledge: toAcknowledge(transfer, lines),
    followUps: followUpsOf(transfer),
    lspName: lspNameIn(master),
    districtName: districtNameIn(master),
    office: await officeOf(sources),
  };
  return ok(reconciliationPaper(facts, language));
}

async function gatherDaySummary(sources: PaperSources, language: Language): Gathered {
  return ok(
    daySummaryPaper({ summary: await sources.daySummary(), office: await officeOf(sources) }, language),
  );
}

async function gatherKeptRecord(sources: PaperSources, language: Language): Gathered {
  const { store, identity } = sources;
  const since = (await store.leaving())?.since ?? null;
  const decisions = await store.keptDecisions();
  const { series } = identity;
  return ok(keptRecordPaper({ series, since, decisions, office: await officeOf(sources) }, language));
}
