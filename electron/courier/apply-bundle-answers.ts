import { instantOf } from '../../shared/domain/india-date.ts';
import type { DecisionState } from '../../shared/domain/decision.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import type { InContents } from '../../shared/courier/bundle.ts';
import type { CourierReading } from '../../shared/ipc/views/courier.ts';
import type { PushAnswerItem } from '../../shared/sync/protocol.ts';
import type { InParts } from './read-in.ts';

type Answered = Pick<CourierReading, 'accepted' | 'conflicted' | 'refused' | 'unanswered' | 'actsAnswered'>;

/**
 * The server's answers, as by the network: one for a decision that has its answer changes nothing, a receipt counts
 * only when it proves the decision, and a refusal that did not take the chain's link is no final answer.
 */
export async function applyBundleAnswers(parts: InParts, contents: InContents): Promise<Answered> {
  const { store, now, applied, progress } = parts;
  const answers = contents.answers.filter((answer) => answer !== null);
  progress({ step: 'answers', done: 0, total: answers.length });
  const before = await statesOf(parts);
  const at = instantOf(now());
  const final = answers.filter((answer) => !isWithoutLink(answer));
  if (final.length > 0) applied(await store.applyAnswers(final, at, parts.today));
  for (const answer of answers) {
    if (answer.result !== 'refused' || answer.linkTaken) continue;
    const decision = [...before.keys()].find((id) => id === answer.id);
    if (decision) applied(await store.markUnanswered([decision], answer.reason, at));
  }
  const acts = contents.actAnswers.filter((answer) => answer !== null);
  const actsBefore = (await store.counts(at)).unsentActs;
  if (acts.length > 0) applied(await store.applyActAnswers(acts, at));
  const { unsentActs, unsent } = await store.counts(at);
  const after = await statesOf(parts);
  const became = (state: DecisionState) =>
    [...after].filter(([id, now]) => now === state && before.get(id) !== state).length;
  return {
    accepted: became('accepted'),
    conflicted: became('conflicted'),
    refused: became('refused'),
    unanswered: unsent,
    actsAnswered: actsBefore - unsentActs,
  };
}

function isWithoutLink(answer: PushAnswerItem): boolean {
  return answer.result === 'refused' && !answer.linkTaken;
}

async function statesOf({ store }: InParts): Promise<Map<DecisionId, DecisionState>> {
  return new Map((await store.outbox()).map((item) => [item.decisionId, item.state]));
}
