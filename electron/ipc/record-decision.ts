import { checkDecision } from '../../shared/domain/check-decision.ts';
import { maximumAdvice, maximumContentLength, type DecisionContent } from '../../shared/domain/decision.ts';
import { heldBy } from '../../shared/domain/desk-limits.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { RuleResult } from '../../shared/domain/rule-result.ts';
import { atSignOff } from '../../shared/domain/sealing.ts';
import type { Input } from '../../shared/ipc/derive.ts';
import { fail, ok } from '../../shared/result.ts';
import type { SignedIn } from '../session/session.ts';
import { adviceOf, documentReview } from './documents/document-review.ts';
import { readSettings } from './handlers/settings.ts';
import { currencyOf, judgeRequest } from './judge-request.ts';
import { readLimits } from './read-limits.ts';
import type { Services } from './services.ts';

const millisecondsPerMinute = 60_000;

/**
 * Answers only after the decision is durable: what the window then shows as recorded survives any crash.
 * @param keeps the contested decision that this one repeats.
 */
export async function recordDecision(
  services: Services,
  desk: SignedIn,
  input: Input<'decision.record'>,
  keeps?: DecisionId,
) {
  const { store } = desk.vault;
  const stored = await store.request(input.requestId);
  if (!stored) return fail({ kind: 'not-found' } as const);
  if (stored.request.version !== input.requestVersion) return fail({ kind: 'request-changed' } as const);
  const master = await store.master();
  const { rules } = judgeRequest(stored.request, master, await currencyOf(services, desk));
  const checked = checkDecision(input, stored.request, rules, master.reasonCodes);
  if (!checked.ok) return checked;

  if (input.outcome === 'approve') {
    const limits = await readLimits(services, desk);
    const why = heldBy(limits);
    if (why !== null) return fail({ kind: 'approvals-held', why, days: limits[why].days } as const);
  }

  const now = services.clock.now();
  const { graceMinutes, sealing } = await readSettings(services, desk);
  const { today } = await desk.engine.status();
  const sources = { store, examiner: services.documents.scans, today };
  const { checks } = await documentReview(sources, stored);
  const content: DecisionContent = {
    ...contentOf(services, desk, input, rules, now),
    documentChecks: adviceOf(checks).slice(0, maximumAdvice),
  };
  const text = JSON.stringify(content);
  // A longer one could never leave: the server would not read it.
  if (text.length > maximumContentLength) return fail({ kind: 'invalid-input', path: 'verdicts' } as const);
  const sealsAt = sealing === 'sign-off' ? atSignOff : instantOf(now + graceMinutes * millisecondsPerMinute);
  const officerSignature = desk.officer.sign(text);
  const decision = { id: content.id, content: text, officerSignature, sealsAt };
  const recorded = await store.recordDecision(decision, keeps);
  if (!recorded.ok) return recorded;
  services.applied(recorded.value);
  desk.engine.poke();
  return ok({ decisionId: content.id, sealsAt });
}

function contentOf(
  services: Services,
  { vault, officer }: SignedIn,
  input: Input<'decision.record'>,
  rules: RuleResult[],
  now: number,
): Omit<DecisionContent, 'documentChecks'> {
  return {
    protocol: 1,
    id: services.makeDecisionId(now),
    requestId: input.requestId,
    requestVersion: input.requestVersion,
    districtId: vault.identity.district.id,
    outcome: input.outcome,
    reasonCodes: input.outcome === 'approve' ? [] : input.reasonCodes,
    remarks: input.remarks,
    overrides: input.outcome === 'approve' ? input.overrides : [],
    rules,
    checklist: input.checklist,
    verdicts: input.verdicts,
    pins: input.pins,
    officerId: officer.officerId,
    deviceId: vault.identity.deviceId,
    recordedAt: instantOf(now),
  };
}
