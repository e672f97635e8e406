import type { SealedDecision } from '../../shared/domain/decision.ts';
import { instantOf } from '../../shared/domain/india-date.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { DecisionId } from '../../shared/domain/ids.ts';
import type { Applied, Store } from '../storage/store.ts';
import { dueHorizon } from './due-horizon.ts';
import type { PushRun } from './push.ts';
import type { SiftedAnswers } from './sift-answers.ts';
import type { TrustedTime } from './trusted-time.ts';

export interface BatchAheadParts {
  store: Pick<Store, 'unsent' | 'markSent' | 'unmarkSent' | 'applyAnswers'>;
  time: Pick<TrustedTime, 'today'>;
  now: () => number;
  /** Ids of what is on the wire, or leaves next. */
  underWay: Set<string>;
  applied: (applied: Applied) => void;
}

/** A thin link must move a batch within its time-out, and a lost answer sends it again. */
const batchBytes = 640 * 1024;
/** Signatures, hashes and names around a decision's content, roughly. */
const envelopeBytes = 700;

/**
 * The batch that leaves next: marked on the disk while the one before it is on its way, so that keeping answers and
 * marking cost one flush. Whoever began with it ends with `takeBack`.
 */
export class BatchAhead {
  readonly #parts: BatchAheadParts;
  readonly #run: PushRun;
  #batch: SealedDecision[] = [];
  /** Read while the one before it is being marked, so that the vault need not wait for this thread. */
  #next: { after: number; reading: Promise<SealedDecision[]> } | null = null;
  #preparing: Promise<void> = Promise.resolve();

  constructor(parts: BatchAheadParts, run: PushRun) {
    this.#parts = parts;
    this.#run = run;
  }

  /** Reads and marks the batch behind a link of the chain, to leave at once. */
  async mark(after: number): Promise<SealedDecision[]> {
    const batch = await this.#read(after);
    if (batch.length === 0) return [];
    return this.#leaves(batch, (at) => this.#parts.store.markSent(idsOf(batch), at));
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
    const batch = after === null ? [] : await this.#readAhead(after);
    const keeping = this.keep(answers, batch);
    this.#lookBehind(batch.at(-1));
    this.#batch = await keeping;
  }

  #readAhead(after: number): Promise<SealedDecision[]> {
    const next = this.#next;
    this.#next = null;
    return next?.after === after ? next.reading : this.#read(after);
  }

  #lookBehind(last: SealedDecision | undefined): void {
    if (!last) return;
    const reading = this.#read(last.sequence);
    // Told where it is asked for, if it is.
    reading.catch(() => undefined);
    this.#next = { after: last.sequence, reading };
  }

  /** @param next are marked with them. @returns what of it leaves. @throws StorageError when none of them was kept. */
  async keep(
    { valid, proven }: SiftedAnswers,
    next: readonly SealedDecision[] = [],
  ): Promise<SealedDecision[]> {
    if (valid.length + next.length === 0) return [];
    const { store, time } = this.#parts;
    return this.#leaves(next, (at) => store.applyAnswers(valid, at, time.today(), proven, idsOf(next)));
  }

  /** What was prepared, to leave now. */
  take(): SealedDecision[] {
    const batch = this.#batch;
    this.#batch = [];
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
  async #leaves(
    batch: readonly SealedDecision[],
    mark: (at: Instant) => Promise<Applied>,
  ): Promise<SealedDecision[]> {
    const { store, now, underWay, applied } = this.#parts;
    const { marked = [], ...done } = await mark(instantOf(now()));
    applied(done);
    if (marked.length === batch.length) {
      for (const { id } of batch) underWay.add(id);
      return [...batch];
    }
    applied(await store.unmarkSent(marked, instantOf(now())));
    return [];
  }

  /**
   * The longest beginning of what is due behind a link of the chain that fits one batch; at least one. It ends before a
   * decision that was tried and got no answer: the server takes a device's chain in order, and refuses for good what
   * comes past a gap.
   */
  async #read(after: number): Promise<SealedDecision[]> {
    const { store, now } = this.#parts;
    const { isByHand, batchItems, tried } = this.#run;
    const due = await store.unsent(dueHorizon(isByHand, now()), batchItems, after);
    const batch: SealedDecision[] = [];
    let bytes = 0;
    for (const decision of due) {
      if (tried.has(decision.id)) break;
      bytes += Buffer.byteLength(decision.content) + envelopeBytes;
      if (batch.length > 0 && bytes > batchBytes) break;
      batch.push(decision);
    }
    return batch;
  }
}

function idsOf(batch: readonly SealedDecision[]): DecisionId[] {
  return batch.map(({ id }) => id);
}
