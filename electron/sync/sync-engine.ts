import { indiaDate, instantOf } from '../../shared/domain/india-date.ts';
import type { BlobHash } from '../../shared/domain/ids.ts';
import type { SyncProblem, SyncStatus } from '../../shared/ipc/sync-status.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Store, VaultIdentity } from '../storage/store.ts';
import type { MaskScan } from './mask-scan.ts';
import { backoff, defaultInterval, jittered } from './backoff.ts';
import { checkServerUrl } from './base-url.ts';
import { readingOf } from './clock-reading.ts';
import type { Clock, SyncEngine, SyncEvents } from './engine.ts';
import { evaluate, laneOf, type Lane, type Step, type SyncState } from './evaluate.ts';
import { httpTransport, type Fetch } from './http-transport.ts';
import { PullGate } from './pull-gate.ts';
import { ScanBudget } from './scan-budget.ts';
import { SendRoad } from './send-road.ts';
import { serverSession, type ServerSession } from './server-session.ts';
import { shownStep } from './shown-step.ts';
import { statusReporter, type StatusReporter } from './status-reporter.ts';
import { linkFailure, storeFailure, type StepFailure } from './sync-problem.ts';
import { hasNews, instantOrNull, minutesOrNull } from './told-values.ts';
import * as states from './sync-state.ts';
import type { StepOutcome } from './step-parts.ts';
import { SyncSteps } from './sync-steps.ts';
import { sumOfBytes, trafficMeter, type Bytes, type TrafficMeter } from './traffic-meter.ts';
import type { Patience, Transport } from './transport.ts';
import { trustedTime, type TrustedTime } from './trusted-time.ts';
import { Waiters } from './waiters.ts';

export interface SyncEngineOptions {
  store: Store;
  blobs: BlobStore;
  identity: VaultIdentity;
  clock: Clock;
  /** 0 … 1, for the jitter. */
  random: () => number;
  events: SyncEvents;
  fetch?: Fetch;
  /** Null or absent where nothing can mask: unmasked scans are not fetched then. */
  maskScan?: MaskScan | null;
  patience?: Partial<Patience>;
  /** Of the desk's connections beside this one: they cost the office too. */
  otherTraffic?: () => Bytes;
  /** Hears what nobody foresaw (a damaged store, a mistake of ours), for the log. The sync tries again later. */
  fault?: (error: unknown) => void;
}

export function createSyncEngine(options: SyncEngineOptions): SyncEngine {
  return new Engine(options);
}

/** How exact the time of the last contact is after a restart, milliseconds. */
const contactPrecision = 60_000;

/** Scans that nobody waits for; and those that decisions interrupt. */
const unasked: readonly Step[] = ['scans', 'uploads'];
const givingWay: readonly Step[] = ['asked', ...unasked];

/** A store that failed is asked again after this. */
const storeRetry = 30_000;
const nothingDone = { more: false, contacted: false };

/** Runs what `evaluate` decides, one step at a time. Holds no truth of its own: a new engine on the same store goes on. */
class Engine implements SyncEngine {
  readonly #options: SyncEngineOptions;
  readonly #transport: Transport;
  readonly #session: ServerSession;
  readonly #time: TrustedTime;
  readonly #reporter: StatusReporter;
  readonly #steps: SyncSteps;
  readonly #state: SyncState;
  readonly #traffic: TrafficMeter;
  readonly #budget: ScanBudget;
  readonly #gate: PullGate;
  #interval = defaultInterval;
  #attemptBegan = 0;
  #failures = 0;
  #linkProblem: SyncProblem | null = null;
  #linkDetail: string | null = null;
  /** Lasts until a push goes through whole: contact alone does not mend it. */
  #sendProblem: SyncProblem | null = null;
  readonly #sendRoad = new SendRoad();
  readonly #storeProblems = new Map<Lane, SyncProblem>();
  #lastContactAt: number | null = null;
  #lastCompleteAt: number | null = null;
  #keptContactAt: number | null = null;

  #step: { done: Promise<void>; abort: AbortController } | null = null;
  #cancelTimer: (() => void) | null = null;
  /** Of the timer that interrupts a scan. */
  #cancelInterrupt: (() => void) | null = null;
  readonly #waiters = new Waiters();

  constructor(options: SyncEngineOptions) {
    this.#options = options;
    const { clock, identity, events } = options;
    const baseUrl = checkServerUrl(identity.serverUrl);
    if (!baseUrl.ok) throw new Error(`The vault's server address is ${baseUrl.error}`);
    this.#transport = httpTransport({
      baseUrl: baseUrl.value,
      fetch: options.fetch ?? globalThis.fetch,
      ...(options.patience ? { patience: options.patience } : {}),
    });
    this.#time = trustedTime(readingOf(clock));
    this.#session = serverSession({ transport: this.#transport, identity, time: this.#time, now: clock.now });
    this.#state = states.initialState(clock.now());
    const other = options.otherTraffic ?? (() => sumOfBytes([]));
    const wire = () => sumOfBytes([this.#transport.traffic(), other()]);
    this.#traffic = trafficMeter(options.store, wire, clock.now);
    this.#budget = new ScanBudget(options.store, this.#traffic, clock.now);
    this.#gate = new PullGate({
      ...{ store: options.store, transport: this.#transport, session: this.#session, budget: this.#budget },
      today: () => this.#time.today(),
      now: clock.now,
    });
    this.#reporter = statusReporter(
      clock,
      () => this.status(),
      (status) => events.status(status),
    );
    this.#steps = new SyncSteps({
      ...options,
      transport: this.#transport,
      session: this.#session,
      time: this.#time,
      budget: this.#budget,
      gate: this.#gate,
      applied: (applied) => {
        if (hasNews(applied)) events.applied(applied);
        this.#reporter.changed();
      },
      moved: () => this.#reporter.progressed(),
      leaving: (leaving) => {
        events.leaving?.(leaving);
        this.#reporter.changed();
      },
    });
  }

  start(): void {
    this.#evaluate();
  }

  syncNow(): Promise<void> {
    states.unblock(this.#state);
    this.#interrupt(givingWay);
    this.#begin(true);
    return this.#until(() => false);
  }

  poke(): void {
    this.#state.todo.local = true;
    this.#interrupt(givingWay);
    this.#evaluate();
  }

  fetchScan(hash: BlobHash): Promise<void> {
    states.unblockReceiving(this.#state);
    this.#interrupt(unasked);
    this.#steps.ask(hash);
    this.#state.todo.asked = true;
    return this.#until(() => !this.#steps.isAsked(hash));
  }

  passLimit(): void {
    this.#budget.lift();
    for (const step of ['scans', 'uploads', 'conclude'] as const) this.#state.todo[step] = true;
    this.#evaluate();
    this.#reporter.changed();
  }

  pullChosen(): void {
    this.#interrupt(unasked);
    for (const step of ['receive', 'scans', 'conclude'] as const) this.#state.todo[step] = true;
    this.#steps.newTry(false);
    this.#evaluate();
    this.#reporter.changed();
  }

  async stop(): Promise<void> {
    this.#state.isStopped = true;
    this.#cancelTimer?.();
    this.#reporter.stop();
    this.#step?.abort.abort();
    await this.#step?.done;
    await this.#keepTime().catch((error: unknown) => this.#options.fault?.(error));
    await this.#traffic.keepAll().catch((error: unknown) => this.#options.fault?.(error));
    this.#waiters.settle();
  }

  underWay(): readonly string[] {
    return [...this.#steps.underWay];
  }

  async status(): Promise<SyncStatus> {
    const now = this.#options.clock.now();
    const { store } = this.#options;
    // Asked for together, they are one message to the store's thread.
    const [counts, hours, lastContact, chainDoubt] = await Promise.all([
      store.counts(instantOf(now)),
      this.#traffic.ofDay(indiaDate(now)),
      store.lastContact(),
      store.chainDoubt(),
    ]);
    const { scansToMask: _scansToMask, scansToCome, ...told } = counts;
    const wait = await this.#budget.wait();
    return {
      step: shownStep(this.#state, this.#session.isOpen(), now),
      problem: this.#problem(),
      ...(this.#linkDetail === null ? {} : { problemDetail: this.#linkDetail }),
      lastContactAt: instantOrNull(this.#lastContactAt) ?? lastContact,
      lastCompleteAt: instantOrNull(this.#lastCompleteAt),
      nextTryAt: this.#state.isStopped ? null : instantOf(states.nextTryAt(this.#state)),
      progress: this.#state.running === null ? null : this.#steps.progress(this.#state.running),
      ...told,
      scansMissing: scansToCome,
      scansWaitUntil: instantOrNull(wait?.until ?? null),
      limitUsedUp: wait?.limit ?? null,
      pull: await this.#gate.state(),
      chainDoubt,
      bytesReceived: hours.reduce((sum, { received }) => sum + received, 0),
      bytesSent: hours.reduce((sum, { sent }) => sum + sent, 0),
      today: this.#time.today(),
      skewMinutes: minutesOrNull(this.#time.skew()),
      isTimeSure: this.#time.isSure(),
    };
  }

  // ── What decides and runs ────────────────────────────────────────────────────────────────────────────────────────

  #evaluate(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    const now = this.#options.clock.now();
    states.clampToClock(this.#state, now, 1.2 * this.#interval);
    const next = evaluate(this.#state, now);
    switch (next.do) {
      case 'nothing':
        return;
      case 'begin':
        this.#begin(false);
        this.#evaluate();
        return;
      case 'step':
        this.#run(next.step);
        return;
      case 'wait':
        this.#waiters.settle();
        this.#cancelTimer = this.#options.clock.setTimer(Math.max(0, next.until - now), () =>
          this.#evaluate(),
        );
        this.#reporter.changed();
    }
  }

  #begin(isByHand: boolean): void {
    const now = this.#options.clock.now();
    this.#attemptBegan = now;
    states.beginAttempt(this.#state, now + jittered(this.#interval, this.#options.random));
    this.#steps.newTry(isByHand);
  }

  /** A scan may take an hour on a thin link. What came of it is kept, and it goes on after what is more urgent. */
  #interrupt(steps: readonly Step[]): void {
    const { running } = this.#state;
    if (running !== null && steps.includes(running)) this.#step?.abort.abort();
  }

  #run(step: Step): void {
    const abort = new AbortController();
    states.beginStep(this.#state, step);
    const done = this.#attempt(step, abort.signal).then(async () => {
      await this.#traffic.keep().catch((error: unknown) => this.#options.fault?.(error));
      this.#step = null;
      this.#cancelInterrupt?.();
      this.#cancelInterrupt = null;
      this.#evaluate();
    });
    this.#step = { done, abort };
    if (givingWay.includes(step)) this.#wakeForLocal();
    this.#reporter.changed();
  }

  /** What is to be sealed falls due while a scan is on its way, or its lane opens again after a failure. */
  #wakeForLocal(): void {
    const { localAt, todo, blockedUntil } = this.#state;
    const dueAt = Math.max(todo.local ? 0 : localAt, blockedUntil.local);
    const wait = Math.max(0, dueAt - this.#options.clock.now());
    this.#cancelInterrupt = this.#options.clock.setTimer(wait, () => this.#interrupt(givingWay));
  }

  /** Runs a step to its end and takes its outcome into the state. Never throws. */
  async #attempt(step: Step, signal: AbortSignal): Promise<void> {
    const retry = { at: null as number | null };
    const retryAt = () => (retry.at ??= this.#options.clock.now() + this.#delay(step));
    try {
      const outcome = await this.#steps.perform(step, retryAt, signal);
      if (outcome.ok) this.#succeeded(step, outcome.value);
      else if (outcome.error.kind === 'stopped') states.endStep(this.#state, step, true);
      else this.#failed(step, linkFailure(outcome.error), retryAt);
    } catch (error) {
      if (!this.#state.isStopped) this.#options.fault?.(error);
      this.#failed(step, storeFailure(error, step), () => this.#options.clock.now() + storeRetry);
    }
  }

  #succeeded(step: Step, outcome: StepOutcome): void {
    const now = this.#options.clock.now();
    states.endStep(this.#state, step, outcome.more);
    for (const other of outcome.also ?? []) this.#state.todo[other] = true;
    if (outcome.localAt !== undefined) this.#state.localAt = outcome.localAt;
    if (outcome.interval !== undefined) this.#changeInterval(outcome.interval);
    if (outcome.againAt !== undefined)
      this.#state.attemptAt = Math.min(this.#state.attemptAt, outcome.againAt);
    this.#wentWell(step, outcome);
    if (outcome.contacted) {
      this.#failures = 0;
      this.#linkProblem = null;
      this.#linkDetail = null;
      this.#lastContactAt = now;
      this.#keepContact(now);
    }
    if (outcome.sendProblem !== undefined) this.#sendProblem = outcome.sendProblem;
    if (this.#steps.isNewDay()) this.#state.todo.local = true;
    for (const { step: idle, isComplete } of outcome.idle ?? [])
      if (states.leaveOut(this.#state, idle, now)) this.#wentWell(idle, { ...nothingDone, isComplete });
    this.#waiters.settleDone();
  }

  /** Also where it was left out, as there was nothing to do. */
  #wentWell(step: Step, outcome: StepOutcome): void {
    this.#storeProblems.delete(laneOf(step));
    this.#sendRoad.succeeded(step, outcome);
    if (outcome.isComplete && this.#linkProblem === null) this.#lastCompleteAt = this.#options.clock.now();
  }

  /** Not with every step: what is kept may be a minute older than what the strip shows now. */
  #keepContact(now: number): void {
    if (this.#keptContactAt !== null && Math.abs(now - this.#keptContactAt) < contactPrecision) return;
    this.#keptContactAt = now;
    this.#keepTime().catch((error: unknown) => this.#options.fault?.(error));
    this.#options.store.noteContact(instantOf(now)).catch((error: unknown) => this.#options.fault?.(error));
  }

  /** Also its floor: after a restart the time is never before what was shown. */
  async #keepTime(): Promise<void> {
    const kept = this.#time.kept();
    if (kept) await this.#options.store.keepTime(kept);
  }

  #changeInterval(interval: number): void {
    if (interval === this.#interval) return;
    this.#interval = interval;
    this.#state.attemptAt = this.#attemptBegan + jittered(interval, this.#options.random);
  }

  #failed(step: Step, { problem, detail, lanes, isLasting }: StepFailure, retryAt: () => number): void {
    const isLink = lanes.length > 1;
    const until = isLasting ? this.#state.attemptAt : retryAt();
    const isSendOnly = isLink && !isLasting && this.#sendRoad.failed(step);
    // The newest failure tells; that the chain broke stays true whatever the road does.
    if (isLink && step === 'send' && this.#sendProblem !== 'chain-broken') this.#sendProblem = null;
    if (isSendOnly) this.#steps.newTry(false);
    else if (isLink) {
      this.#linkProblem = problem;
      this.#linkDetail = detail ?? null;
      this.#failures += 1;
      this.#steps.newTry(false);
    } else if (problem) {
      this.#storeProblems.set(laneOf(step), problem);
      if (step === 'send') this.#steps.newTry(false);
    }
    states.failStep(this.#state, step, isSendOnly ? ['send'] : lanes, until);
    this.#waiters.settleDone();
  }

  #delay(step: Step): number {
    const failures = Math.max(this.#failures, step === 'send' ? this.#sendRoad.failures : 0);
    return backoff(failures + 1, this.#interval, this.#options.random);
  }

  // ── What is shown, and who waits ─────────────────────────────────────────────────────────────────────────────────

  #problem(): SyncProblem | null {
    if (this.#linkProblem !== null) return this.#linkProblem;
    // A full disk comes first: somebody can mend it here.
    const [full] = this.#storeProblems.values();
    return full ?? this.#sendProblem ?? (this.#sendRoad.isBroken ? 'server-failed' : null);
  }

  /** Until nothing more can be done now, or `isDone` is true after a step. */
  #until(isDone: () => boolean): Promise<void> {
    if (this.#state.isStopped) return Promise.resolve();
    const end = this.#waiters.until(isDone);
    this.#evaluate();
    return end;
  }
}
