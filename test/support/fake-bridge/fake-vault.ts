import { calendarFor } from '../../../shared/domain/calendar.ts';
import { decisionId, type DecisionId, type RequestId } from '../../../shared/domain/ids.ts';
import { indiaDate, instantOf } from '../../../shared/domain/india-date.ts';
import { orderNumberOf } from '../../../shared/domain/order-number.ts';
import { atSignOff } from '../../../shared/domain/sealing.ts';
import { slimRowOf, type SlimRow } from '../../../shared/domain/slim-row.ts';
import { dueDates } from '../../../shared/domain/working-days.ts';
import { evaluateRules } from '../../../shared/domain/rules/evaluate-rules.ts';
import type { Draft } from '../../../shared/domain/decision.ts';
import type { MigrationRequest } from '../../../shared/domain/request.ts';
import type { OutboxItem, RequestDetail, Settings } from '../../../shared/ipc/contract.ts';
import type { FakeConflict } from './fake-conflict.ts';
import { generatedRequest } from './sample-requests.ts';
import { figuresOf, sampleDistrict, sampleLsps, sampleMaster } from './sample-office.ts';

const calendar = calendarFor(sampleMaster.holidays, sampleDistrict.id);

function scanState(scan: MigrationRequest['documents'][number]['scan']): {
  state: 'none' | 'ready' | 'wants-hand';
  url: string | null;
} {
  if (scan === null) return { state: 'none', url: null };
  return scan.masked ? { state: 'ready', url: `/scans/${scan.hash}` } : { state: 'wants-hand', url: null };
}

/** What an officer wrote into a decision. */
export type DecidedText = Pick<
  NonNullable<RequestDetail['decision']>,
  'reasonCodes' | 'remarks' | 'verdicts' | 'pins'
>;

/** What the fake remembers: in memory, for one page, with the rules of the real domain. */
export class FakeVault {
  readonly requests = new Map<RequestId, MigrationRequest>();
  readonly drafts = new Map<RequestId, Draft>();
  readonly decisions = new Map<DecisionId, OutboxItem & DecidedText>();
  readonly conflicts = new Map<DecisionId, FakeConflict>();
  readonly revisions = new Map<RequestId, number>();
  settings: Settings = {
    language: 'hi',
    syncMinutes: 15,
    sealing: 'grace',
    graceMinutes: 10,
    staleFiguresDays: 45,
    staleWindowsDays: 30,
    staleRuleSetsDays: 90,
    unsentWarnDays: 3,
    unsentHoldDays: 7,
    masterWarnDays: 7,
    masterHoldDays: 15,
    askMinutes: 30,
    hourMegabytes: 0,
    dayMegabytes: 0,
  };
  #ids = 0;
  #orders = 0;

  constructor(count: number) {
    for (let index = 0; index < count; index += 1) {
      const request = generatedRequest(index);
      this.requests.set(request.id, request);
    }
  }

  giveDocuments(documentsOf: (request: MigrationRequest) => MigrationRequest['documents']): void {
    for (const [id, request] of this.requests) {
      this.requests.set(id, { ...request, documents: documentsOf(request) });
    }
  }

  nextDecisionId(): DecisionId {
    this.#ids += 1;
    return decisionId.parse(`0193a0c0-0000-7000-8000-${String(this.#ids).padStart(12, '0')}`);
  }

  nextOrderNo(sealedAt: string): string {
    this.#orders += 1;
    return orderNumberOf(sampleDistrict.id, 'A', this.#orders, sealedAt);
  }

  standing(id: RequestId): (OutboxItem & DecidedText) | null {
    const all = [...this.decisions.values()].filter((one) => one.requestId === id && one.state !== 'undone');
    return all.at(-1) ?? null;
  }

  row(request: MigrationRequest, now: number): SlimRow {
    const newest = this.standing(request.id);
    const decision = newest?.conflict?.endedAt ? null : newest;
    return slimRowOf(
      request,
      dueDates(request.receivedOn, request.pauses, calendar, indiaDate(now)),
      {
        decision: decision && {
          id: decision.decisionId,
          outcome: decision.outcome,
          state: decision.state,
          requestVersion: request.version,
        },
        hasDraft: this.drafts.has(request.id),
      },
      this.revisions.get(request.id) ?? 1,
    );
  }

  /** Counts the change and gives the row that the feed sends. */
  changed(id: RequestId, now: number): SlimRow[] {
    const request = this.requests.get(id);
    if (!request) return [];
    this.revisions.set(id, (this.revisions.get(id) ?? 1) + 1);
    return [this.row(request, now)];
  }

  detail(request: MigrationRequest, now: number): RequestDetail {
    const figures = figuresOf(sampleLsps.findIndex((lsp) => lsp.id === request.targetLspId));
    const decision = this.standing(request.id);
    return {
      row: this.row(request, now),
      request,
      targetFigures: figures,
      rules: evaluateRules({
        request,
        figures,
        windows: sampleMaster.windows,
        ruleSets: sampleMaster.ruleSets,
      }),
      draft: this.drafts.get(request.id) ?? null,
      scans: request.documents.map((document) => ({
        documentId: document.id,
        ...scanState(document.scan),
        kept: document.scan,
        localScanId: null,
      })),
      decision: decision && {
        id: decision.decisionId,
        outcome: decision.outcome,
        state: decision.state,
        reasonCodes: decision.reasonCodes,
        remarks: decision.remarks,
        verdicts: decision.verdicts,
        pins: decision.pins,
        recordedAt: decision.recordedAt,
        sealsAt: decision.sealsAt,
        orderNo: decision.orderNo,
      },
      transfer: null,
    };
  }

  /** Null when it is not recorded any more. */
  seal(id: DecisionId, now: number): (OutboxItem & { orderNo: string }) | null {
    const item = this.decisions.get(id);
    if (item?.state !== 'recorded') return null;
    const sealedAt = instantOf(now);
    const sealed = { ...item, state: 'sealed' as const, sealedAt, orderNo: this.nextOrderNo(sealedAt) };
    this.decisions.set(id, sealed);
    return sealed;
  }

  /** A new decision's outbox entry, within its grace period. */
  outboxItem(request: MigrationRequest, outcome: OutboxItem['outcome'], now: number): OutboxItem {
    return {
      decisionId: this.nextDecisionId(),
      requestId: request.id,
      requestNo: request.requestNo,
      kioskCode: request.kioskCode,
      centreName: request.centreName,
      outcome,
      state: 'recorded',
      recordedAt: instantOf(now),
      sealsAt:
        this.settings.sealing === 'sign-off'
          ? atSignOff
          : instantOf(now + this.settings.graceMinutes * 60_000),
      sealedAt: null,
      attempts: 0,
      lastError: null,
      nextTryAt: null,
      answer: null,
      message: null,
      orderNo: null,
      conflict: null,
      receipt: null,
    };
  }
}
