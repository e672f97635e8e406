import type { DecisionState, Outcome } from '../decision.ts';
import type { MigrationRequest } from '../request.ts';
import type { SlimRow } from '../slim-row.ts';
import type { Transfer } from '../transfer/transfer.ts';
import type { Instant, IsoDate } from '../values.ts';

/** Names the sentence in the `story.json` of the shared locales, under `lines`. */
export type StoryKey =
  | 'received'
  | 'applied-earlier'
  | 'returned'
  | 'resubmitted'
  | 'held'
  | 'approved'
  | 'rejected'
  | 'transferred'
  | 'withdrawn'
  | 'decided-approve'
  | 'decided-reject'
  | 'decided-return'
  | 'decided-hold'
  | 'decision-not-final'
  | 'answer-accepted'
  | 'answer-refused'
  | 'answer-conflicted'
  | 'transfer-waiting'
  | 'transfer-moved'
  | 'transfer-switched'
  | 'transfer-kept-id'
  | 'transfer-completed'
  | 'transfer-differences'
  | 'transfer-failed'
  | 'due-on'
  | 'due-today'
  | 'due-past'
  | 'due-if-back-today'
  | 'due-caveat';

/**
 * One step of a request's story. Facts are raw (ISO dates, ids, codes): `storySentences` writes them as the officer
 * reads them.
 */
export interface StoryLine {
  /** The day in India; null where the line is about now. */
  on: IsoDate | null;
  key: StoryKey;
  facts: StoryFacts;
}

export type StoryFacts = Readonly<Record<string, string | number | readonly string[] | null>>;

/** Who has the file now, and must act so that it goes on. */
export type HolderKind =
  | 'office'
  | 'office-on-hold'
  /** Decided on this PC; the central server has not answered. */
  | 'office-to-send'
  | 'office-transfer-failed'
  | 'office-to-acknowledge'
  | 'kiosk'
  | 'central-server'
  | 'closed-transferred'
  | 'closed-rejected'
  | 'closed-withdrawn';

export interface Holder {
  by: HolderKind;
  /** Since when, where the story tells. */
  since: IsoDate | null;
}

/** What a story is told from. A `RequestDetail` fits as it is: `storyOf({ ...detail, today })`. */
export interface StoryInput {
  request: MigrationRequest;
  row: Pick<SlimRow, 'pile' | 'day7On' | 'dueOn' | 'unknownYears' | 'paused'>;
  /** The newest decision of this desk that is not undone. */
  decision: StoryDecision | null;
  transfer: { transfer: Transfer; toAcknowledge: readonly string[] } | null;
  /** In India. */
  today: IsoDate;
}

export interface StoryDecision {
  outcome: Outcome;
  state: DecisionState;
  reasonCodes: readonly string[];
  remarks: string;
  recordedAt: Instant;
  orderNo: string | null;
}
