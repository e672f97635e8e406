import { instantOf } from '../../shared/domain/india-date.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import { emptyBatch, firstOf, type OutgoingBatch } from '../storage/outgoing-batch.ts';
import type { Applied, Store } from '../storage/store.ts';
import { dueHorizon } from './due-horizon.ts';
import type { PushRun } from './push.ts';
import type { SiftedAnswers } from './sift-answers.ts';
import type { TrustedTime } from './trusted-time.ts';

export interface BatchAheadParts {
  store: Pick<Store, 'outgoing' | 'markSent' | 'unmarkSent' | 'applyAnswers'>;
  time: Pick<TrustedTime, 'today'>;
  now: () => number;
  /** Ids of what is on the wire, or leaves next. */
  underWay: Set<string>;
  applied: (applied: Applied) => void;
}

/** A thin link must move a batch within its time-out, and a lost answer sends it again. */
const batchBytes = 640 * 1024;

/**
 * The batch that leaves next: marked on the disk while the one before it is on its way, so that keeping answers and
 * marking cost one flush. Whoever began with it ends with `takeBack`.
 */
export class BatchAhead {
  readonly #parts: BatchAheadParts;
  readonly #run: PushRun;
  #batch = emptyBatch;
  /** Read while the one before it is marked or leaves, so that the vault need not wait for this thread. */
  #next: { after: number; items: number; reading: Promise<OutgoingBatch> } | null = null;
  #preparing: Promise<void> = Promise.resolve();

  constructor(parts: BatchAheadParts, run: PushRun) {
    this.#parts = parts;
    this.#run = run;
  }

  /** Reads and marks the batch behind a link of the chain, to leave at once. */
  async mark(after: number): Promise<OutgoingBatch> {
    const batch = await this.#readAhead(after);
    if (batch.decisions.length === 0) return batch;
    const leaving = await this.#leaves(batch, (at) => this.#parts.store.markSent(idsOf(batch), at));
    this.#lookBehind(leaving);
    return leaving;
  }

  /**
   * Keeps answers, and in the same transaction marks the batch behind a link. @param after null: none is to leave next.
   * @throws StorageError when nothing of it was kept.
   */
  prepare(answers: SiftedAnswers, after: number | null): Promise<void> {
    this.#preparing = this.#prepare(answers, after);
    return this.#preparing;
  }

  async #prepare(answers: SiftedAnswers, after: number | null): Promise<void> {
    const batch = after === null ? emptyBatch : await this.#readAhead(after);
    const keeping = this.keep(answers, batch);
    this.#lookBehind(batch);
    this.#batch = await keeping;
  }

  #readAhead(after: number): Promise<OutgoingBatch> {
    const next = this.#next;
    this.#next = null;
    // After the first that went through a batch may be longer than it was when this one was read.
    const isAsAsked = next?.after === after && next.items === this.#run.batchItems;
    return isAsAsked ? next.reading : this.#read(after);
  }

  #lookBehind({ decisions }: OutgoingBatch): void {
    const last = decisions.at(-1);
    if (!last) return;
    const reading = this.#read(last.sequence);
    // Told where it is asked for, if it is.
    reading.catch(() => undefined);
    this.#next = { after: last.sequence, items: this.#run.batchItems, reading };
  }

  /** @param next are marked with them. @returns what of it leaves. @throws StorageError when none of them was kept. */
  async keep({ valid, proven }: SiftedAnswers, next = emptyBatch): Promise<OutgoingBatch> {
    if (valid.length + next.decisions.length === 0) return next;
    const { store, time } = this.#parts;
    return this.#leaves(next, (at) => store.applyAnswers(valid, at, time.today(), proven, idsOf(next)));
  }

  /** What was prepared, to leave now. */
  take(): OutgoingBatch {
    const batch = this.#batch;
    this.#batch = emptyBatch;
    return batch;
  }

  /** What was prepared and not taken never leaves: its mark is taken back. */
  async takeBack(): Promise<void> {
    const { store, now, underWay, applied } = this.#parts;
    // Its failure was told where it was asked for.
    await this.#preparing.catch(() => undefined);
    const ids = idsOf(this.take());
    for (const id of ids) underWay.delete(id);
    if (ids.length > 0) applied(await store.unmarkSent(ids, instantOf(now())));
  }

  /**
   * Since it was read a file from a stick may have brought answers, or taken links back: then none of it leaves, for the
   * server takes a chain without gaps, and what is due is read anew in the next step.
   */
  async #leaves(batch: OutgoingBatch, mark: (at: Instant) => Promise<Applied>): Promise<OutgoingBatch> {
    const { store, now, underWay, applied } = this.#parts;
    const { marked = [], ...done } = await mark(instantOf(now()));
    applied(done);
    if (marked.length === batch.decisions.length) {
      for (const { id } of batch.decisions) underWay.add(id);
      return batch;
    }
    applied(await store.unmarkSent(marked, instantOf(now())));
    return emptyBatch;
  }

  /**
   * The longest beginning of what is due behind a link of the chain that fits one batch; at least one. It ends before a
   * decision that was tried and got no answer: the server takes a device's chain in order, and refuses for good what
   * comes past a gap.
   */
  async #read(after: number): Promise<OutgoingBatch> {
    const { store, now } = this.#parts;
    const { isByHand, batchItems, tried } = this.#run;
    const batchLimits = { items: batchItems, bytes: batchBytes };
    const batch = await store.outgoing(dueHorizon(isByHand, now()), batchLimits, after);
    const open = batch.decisions.findIndex(({ id }) => tried.has(id));
    return open < 0 ? batch : firstOf(batch, open);
  }
}

function idsOf({ decisions }: OutgoingBatch): DecisionId[] {
  return decisions.map(({ id }) => id);
}
