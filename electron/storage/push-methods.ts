import type { DecisionId } from '../../shared/domain/ids.ts';
import type { Instant, IsoDate } from '../../shared/domain/values.ts';
import { applyAnswers } from './apply-answers.ts';
import type { PushWrites } from './push-store.ts';
import type { StoreMethods } from './store-methods.ts';
import type { StoreParts } from './store-parts.ts';
import type { Applied, VaultIdentity } from './store.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { advanceState } from './working-set.ts';

type Apply = (today: IsoDate | null, work: (unit: UnitOfWork) => void) => Applied;

interface PushParts {
  parts: StoreParts;
  identity: Pick<VaultIdentity, 'serverKey'>;
  apply: Apply;
}

/** The rules are told in `PushWrites`. */
export function pushMethods({ parts, identity, apply }: PushParts): Pick<StoreMethods, keyof PushWrites> {
  const { serverKey } = identity;
  return {
    markSent: (ids, at) => {
      let marked: DecisionId[] = [];
      const applied = apply(null, (unit) => {
        marked = markSent(unit, ids, at);
      });
      return { ...applied, marked };
    },
    unmarkSent: (ids, at) => apply(null, (unit) => unmarkSent(unit, ids, at)),
    markUnanswered: (ids, error, nextTryAt) =>
      apply(null, () => {
        for (const id of ids) parts.outbox.postpone(id, error, nextTryAt);
      }),
    applyAnswers: (answers, at, today, proven, next = []) => {
      let marked: DecisionId[] = [];
      const applied = apply(today, (unit) => {
        applyAnswers(unit, answers, { serverKey, proven }, at);
        marked = markSent(unit, next, at);
      });
      return next.length === 0 ? applied : { ...applied, marked };
    },
  };
}

/** @returns those that may leave: sealed, and without an answer. */
function markSent(unit: UnitOfWork, ids: readonly DecisionId[], at: Instant): DecisionId[] {
  const { decisions, outbox, audit } = unit.parts;
  const marked: DecisionId[] = [];
  for (const id of ids) {
    const decision = decisions.brief(id);
    if (decision?.state !== 'sealed' && decision?.state !== 'sent') continue;
    outbox.countAttempt(id);
    marked.push(id);
    if (decision.state === 'sent') continue;
    advanceState(unit, decision, 'sent');
    const detail = { decision: id };
    audit.append({ at, actor: null, action: 'decision-sent', subject: decision.requestId, detail });
  }
  return marked;
}

function unmarkSent(unit: UnitOfWork, ids: readonly DecisionId[], at: Instant): void {
  const { decisions, outbox, audit } = unit.parts;
  for (const id of ids) {
    const decision = decisions.brief(id);
    if (decision?.state !== 'sent') continue;
    if (outbox.discountAttempt(id) > 0) continue;
    advanceState(unit, decision, 'sealed');
    const detail = { decision: id };
    audit.append({ at, actor: null, action: 'decision-not-sent', subject: decision.requestId, detail });
  }
}
