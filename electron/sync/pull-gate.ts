import type { IsoDate } from '../../shared/domain/values.ts';
import type { PullState } from '../../shared/ipc/pull-state.ts';
import { ok, type Result } from '../../shared/result.ts';
import { neededSoonBy } from '../../shared/sync/needed-soon.ts';
import { readPullChoice } from '../../shared/sync/pull-choice.ts';
import { pullEstimate, type PullEstimate } from '../../shared/sync/pull-estimate.ts';
import { isLargePull, isOverBudget, sizeOfPull, type PullSize } from '../../shared/sync/pull-size.ts';
import type { Store } from '../storage/store.ts';
import type { PullRun } from './pull-run.ts';
import type { ScanBudget } from './scan-budget.ts';
import type { ServerSession } from './server-session.ts';
import type { SyncFailure } from './sync-failure.ts';
import type { Transport } from './transport.ts';

export interface PullGateParts {
  store: Pick<Store, 'setting' | 'missingScans' | 'cursor'>;
  transport: Transport;
  session: ServerSession;
  budget: Pick<ScanBudget, 'bytesLeft'>;
  today: () => IsoDate;
  now: () => number;
}

export const defaultAskMinutes = 30;
/** Fewer items than this are a page or two: to ask about them would cost more than they do. */
const manyItems = 500;
/** Milliseconds for which changes wait for an officer's answer, where they would use up the data limit. */
const patience = 15 * 60_000;

/** Null: none by themselves. `neededBy` null: all; else those that are needed by that day. */
export type ScanWish = { neededBy: IsoDate | null } | null;

type Choice = ReturnType<typeof readPullChoice>;

/**
 * What a large pull may bring by itself. Without an answer the scans that are needed soon come, and the changes unless
 * they alone would use up the data limit; those wait a quarter of an hour at most, as nobody may be there. It knows
 * nothing of decisions: they never pass here.
 */
export class PullGate {
  readonly #parts: PullGateParts;
  /** Of what comes when all comes; null while it is not more than the office lets come. */
  #size: PullSize | null = null;
  #estimate: PullEstimate | null = null;
  /** How much of the estimate is still to come, 0 … 1: pages that came are paid already. */
  #shareLeft = 1;
  #isFirstPull = false;
  #wireShare = 1;
  #askedAt: number | null = null;
  #changesWait = false;
  #hasJudgedScans = false;

  constructor(parts: PullGateParts) {
    this.#parts = parts;
  }

  /** A new attempt: how much scans are missing is looked at anew. */
  newTry(): void {
    this.#hasJudgedScans = false;
  }

  /** Until when (milliseconds) changes wait, Infinity until an officer chooses; null: the next page may come. */
  async changesWaitUntil(): Promise<number | null> {
    const until = await this.#changesWaitUntil();
    this.#changesWait = until !== null;
    return until;
  }

  async #changesWaitUntil(): Promise<number | null> {
    const choice = await this.#choice();
    if (choice?.choice === 'later') return Infinity;
    if (choice || this.#estimate === null || this.#askedAt === null) return null;
    const changes = this.#estimate.bytes * this.#shareLeft * this.#wireShare;
    const { bytesLeft } = await this.#limits();
    const until = this.#askedAt + patience;
    return isOverBudget(changes, bytesLeft) && this.#parts.now() < until ? until : null;
  }

  /**
   * Whether further pages may follow without a question between: not the first, behind which the server is asked how much
   * is to come, and not where a limit or an officer's answer is to be looked at before each.
   */
  async letsPagesRunOn(run: PullRun): Promise<boolean> {
    if (run.items === 0 || this.#askedAt !== null || (await this.#choice()) !== null) return false;
    return (await this.#limits()).bytesLeft === null;
  }

  /** After a page: asks the server how much is behind it, when that is much and was not asked in this run. */
  async pageCame(
    run: PullRun,
    bytesReceived: number,
    signal: AbortSignal,
  ): Promise<Result<null, SyncFailure>> {
    if (run.bytes > 0) this.#wireShare = Math.min(1.2, Math.max(0.02, bytesReceived / run.bytes));
    const remaining = (run.total ?? 0) - run.items;
    if (remaining < manyItems) {
      this.#estimate = null;
      this.#hasJudgedScans = false;
      return ok(null);
    }
    if (this.#estimate !== null) this.#shareLeft = Math.min(1, remaining / this.#estimate.items);
    if (run.isEstimated || (await this.#limits()).askMinutes === 0) return ok(null);
    run.isEstimated = true;
    const asked = await this.#ask(signal);
    // A server without estimates, or a broken answer, keeps nothing waiting.
    if (!asked.ok) return asked.error.kind === 'stopped' ? asked : ok(null);
    this.#estimate = asked.value;
    this.#shareLeft = 1;
    this.#isFirstPull = run.beganAtStart;
    await this.#judge();
    return ok(null);
  }

  async #ask(signal: AbortSignal): Promise<Result<PullEstimate, SyncFailure>> {
    const { store, session, transport } = this.#parts;
    const cursor = await store.cursor();
    const query = cursor === null ? '' : `?${new URLSearchParams({ cursor }).toString()}`;
    const path = `/v1/changes/estimate${query}`;
    return session.run(signal, (token) => transport.call({ path, schema: pullEstimate, token, signal }));
  }

  /** Which scans may come by themselves; none where none is missing. */
  async scansToCome(): Promise<ScanWish> {
    const choice = await this.#choice();
    if (choice === null && !this.#hasJudgedScans) {
      this.#hasJudgedScans = true;
      if ((await this.#judge()) === 0) return null;
    }
    return this.#wish(choice);
  }

  #wish(choice: Choice): ScanWish {
    const soon = { neededBy: neededSoonBy(this.#parts.today()) };
    switch (choice?.choice) {
      case 'later':
        return null;
      case 'needed':
        return soon;
      case 'all':
        return { neededBy: null };
      case undefined:
        return this.#size === null ? { neededBy: null } : soon;
    }
  }

  /** Nothing was chosen, asked or put off: where no scan is missing, none is to be judged. */
  async isAtRest(): Promise<boolean> {
    if (this.#size !== null || this.#estimate !== null || this.#changesWait) return false;
    return (await this.#choice()) === null;
  }

  async state(): Promise<PullState> {
    const choice = await this.#choice();
    const wish = this.#wish(choice);
    const isAll = wish !== null && wish.neededBy === null;
    const leftOut = isAll
      ? { scans: 0, bytes: 0 }
      : await this.#parts.store.missingScans(wish?.neededBy ?? null);
    const { choice: chosen = null, day: choiceDay = null } = choice ?? {};
    return { size: this.#size, choice: chosen, choiceDay, changesWait: this.#changesWait, leftOut };
  }

  /** Nothing may be called complete while changes were put off. */
  doChangesWait(): boolean {
    return this.#changesWait;
  }

  /** With what is known now; what is small is not asked about. @returns how many scans are missing. */
  async #judge(): Promise<number> {
    const { store, transport, now } = this.#parts;
    const limits = await this.#limits();
    const missing = await store.missingScans(null);
    const coming = this.#estimate;
    const size = sizeOfPull({
      items: coming?.items ?? 0,
      itemBytes: coming?.bytes ?? 0,
      wireShare: this.#wireShare,
      comingScans: coming?.scans ?? 0,
      comingScanBytes: coming?.scanBytes ?? 0,
      isFirstPull: this.#isFirstPull,
      missingScans: missing.scans,
      missingScanBytes: missing.bytes,
      bytesPerSecond: transport.traffic().bytesPerSecond,
    });
    const isOver = isOverBudget((coming?.bytes ?? 0) * this.#wireShare, limits.bytesLeft);
    const isAsked = limits.askMinutes > 0 && isLargePull(size, limits.askMinutes, isOver);
    this.#size = isAsked ? size : null;
    this.#askedAt = isAsked ? (this.#askedAt ?? now()) : null;
    return missing.scans;
  }

  async #limits(): Promise<{ askMinutes: number; bytesLeft: number | null }> {
    const { store, budget } = this.#parts;
    const [askMinutes, bytesLeft] = await Promise.all([store.setting('askMinutes'), budget.bytesLeft()]);
    return { askMinutes: askMinutes ?? defaultAskMinutes, bytesLeft };
  }

  async #choice(): Promise<Choice> {
    const { store, today } = this.#parts;
    const [pullChoice, pullChoiceDay] = await Promise.all([
      store.setting('pullChoice'),
      store.setting('pullChoiceDay'),
    ]);
    return readPullChoice({ pullChoice: pullChoice ?? 0, pullChoiceDay: pullChoiceDay ?? 0 }, today());
  }
}
