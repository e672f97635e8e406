import { createHash } from 'node:crypto';
import type { DecisionState } from '../../../shared/domain/decision.ts';
import type { DrillCounts } from './drill-report.ts';

/** A decision that was told to the officer as recorded, kept outside the store that is tried. */
export interface ToldDecision {
  id: string;
  requestId: string;
  /** The signed text. */
  content: string;
}

/** What the server's own tables hold of one device. */
export interface ServerSide {
  answers: {
    id: string;
    requestId: string | null;
    result: 'accepted' | 'conflict' | 'refused';
    content: string | null;
  }[];
  /** How many decisions each request's history shows, whoever made them. */
  effects: ReadonlyMap<string, number>;
  /** How many accepted decisions each request has, whoever made them. */
  accepted: ReadonlyMap<string, number>;
}

/** What this PC's store says. */
export interface ClientSide {
  outbox: { decisionId: string; state: DecisionState; hasReceipt: boolean }[];
}

/** Three accounts that were kept apart. `notTold`: begun, and whether they were recorded nobody heard. */
export interface Sides {
  told: readonly ToldDecision[];
  notTold: ReadonlySet<string>;
  server: ServerSide;
  client: ClientSide;
}

type Comparison = Omit<DrillCounts, 'count' | 'aborted'>;

/** At the end, when everything had time and a good link to arrive. */
export function compareSides({ told, notTold, server, client }: Sides): Comparison {
  const answered = new Map(server.answers.map((answer) => [answer.id, answer]));
  const here = new Map(client.outbox.map((item) => [item.decisionId, item]));
  const toldIds = new Set(told.map(({ id }) => id));
  const begun = (id: string) => toldIds.has(id) || notTold.has(id);
  return {
    lost: told.filter(({ id }) => !answered.has(id) || !here.has(id)).length,
    duplicated:
      server.answers.length - answered.size + (client.outbox.length - here.size) + extraEffects(server),
    falseSynced: client.outbox.filter((item) => !isTrue(item, answered.get(item.decisionId)?.result)).length,
    silentWrong:
      told.filter(({ id, content }) => isOtherText(content, answered.get(id)?.content ?? null)).length +
      server.answers.filter(({ id }) => !begun(id)).length +
      client.outbox.filter(({ decisionId }) => !begun(decisionId)).length,
  };
}

/** In the middle: what the client calls answered is answered so; the rest may be under way. */
export function compareAnswers(client: ClientSide, answers: ReadonlyMap<string, string>): number {
  return client.outbox.filter((item) => !isOpen(item.state) && !isTrue(item, answers.get(item.decisionId)))
    .length;
}

function isOpen(state: DecisionState): boolean {
  return state === 'recorded' || state === 'sealed' || state === 'sent';
}

function isTrue({ state, hasReceipt }: ClientSide['outbox'][number], result: string | undefined): boolean {
  const stateThere = result === 'conflict' ? 'conflicted' : result;
  return state === stateThere && hasReceipt === (state === 'accepted');
}

function extraEffects({ effects, accepted }: ServerSide): number {
  return [...effects].reduce((sum, [id, times]) => sum + Math.max(0, times - (accepted.get(id) ?? 0)), 0);
}

/** A refused decision's text is not kept at the server. */
function isOtherText(told: string, there: string | null): boolean {
  return there !== null && digest(there) !== digest(told);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
