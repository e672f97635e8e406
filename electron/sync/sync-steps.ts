import { instantOf } from '../../shared/domain/india-date.ts';
import type { BlobHash } from '../../shared/domain/ids.ts';
import type { Leaving } from '../../shared/domain/leaving.ts';
import type { SyncStatus } from '../../shared/ipc/sync-status.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { LeaveOrder } from '../../shared/sync/leave-order.ts';
import { limits } from '../../shared/sync/protocol.ts';
import type { StoreCounts } from '../storage/store-counts.ts';
import { backoff, defaultInterval } from './backoff.ts';
import { dueHorizon } from './due-horizon.ts';
import type { Step } from './evaluate.ts';
import { goOnLeaving, leaveOrderOf } from './leave.ts';
import { askDueWork, askToSend, askWhatIsLeft, type DueWork, type WhatIsLeft } from './outlook.ts';
import { pageSize, type PageSize } from './page-size.ts';
import { PartialScans } from './partial-scans.ts';
import { pullPages } from './pull.ts';
import { pullRun, type PullRun } from './pull-run.ts';
import { newActsRun, pushActs, type PushActsRun } from './push-acts.ts';
import { newPushRun, pushBatches, type PushRun } from './push.ts';
import { rejoinChain } from './rejoin-chain.ts';
import { fetchAskedScan, fetchNextScan, newScanRun, type ScanParts, type ScanRun } from './scans.ts';
import type { StepOutcome, StepParts } from './step-parts.ts';
import { isAboutCall, sendProblemOf, type SyncFailure } from './sync-failure.ts';
import { newUploadRun, sendNextUpload, type UploadRun } from './uploads.ts';

type Outcome = Promise<Result<StepOutcome, SyncFailure>>;

/** What each step does, and what it remembers within an attempt. */
export class SyncSteps {
  readonly #parts: StepParts;
  #pull: PullRun = pullRun();
  readonly #doubts = new Map<string, number>();
  readonly #pageSize: PageSize;
  #push: PushRun = newPushRun(limits.pushItems, false);
  #acts: PushActsRun = newActsRun(null, false);
  /** Batches in a row that left decisions without an answer although the server was there. */
  #pushFailures = 0;
  /** In this attempt the server could not say where the chain stands: decisions wait for the next one. */
  #isChainUntold = false;
  /** Tries in a row that left acts without an answer although the server spoke. */
  #actFailures = 0;
  #interval = defaultInterval;
  #scans: ScanRun = newScanRun(false);
  #scanBytes = 0;
  #uploads: UploadRun = newUploadRun(false);
  #uploadBytes = 0;
  /** Scans were left because of the data limit. */
  #hasToWait = false;
  readonly #partials = new PartialScans();
  #today: string | null = null;
  readonly #asked = new Set<BlobHash>();
  /** As the store has it; undefined until it was asked. */
  #leaving: Leaving | null | undefined = undefined;
  /** Ids and hashes of what is on the wire now. */
  readonly underWay = new Set<string>();

  constructor(parts: StepParts) {
    this.#parts = parts;
    this.#pageSize = pageSize(() => parts.transport.traffic().isThin);
  }

  /** @throws StorageError and nothing else: what a server or a network does is in the result. */
  async perform(step: Step, retryAt: () => number, signal: AbortSignal): Outcome {
    if (this.#leaving === undefined) await this.#wake();
    if (this.#leaving && !isStepOfLeaving(step, this.#leaving)) return ok({ more: false, contacted: false });
    const outcome = await this.#perform(step, retryAt, signal);
    if (outcome.ok && outcome.value.contacted) this.#acts.mayBlame = true;
    const order = outcome.ok ? null : leaveOrderOf(outcome.error);
    return (order && (await this.#obey(step, order))) ?? outcome;
  }

  /** What an earlier run of the app knew; before anything is judged by the day. */
  async #wake(): Promise<void> {
    const { store, time } = this.#parts;
    time.restore(await store.keptTime());
    this.#leaving = await store.leaving();
  }

  async #perform(step: Step, retryAt: () => number, signal: AbortSignal): Outcome {
    switch (step) {
      case 'local':
        return this.#local();
      case 'send':
        return this.#send(retryAt, signal);
      case 'asked':
        return this.#fetchAsked(retryAt, signal);
      case 'receive':
        return this.#receive(signal);
      case 'scans':
        return this.#fetchScans(retryAt, signal);
      case 'uploads':
        return this.#sendUploads(retryAt, signal);
      case 'conclude':
        return this.#conclude();
    }
  }

  /** What was tried and is still open may be tried again. */
  newTry(isByHand: boolean): void {
    this.#push = newPushRun(this.#push.batchItems, isByHand);
    this.#isChainUntold = false;
    this.#acts = newActsRun(this.#acts, isByHand);
    this.#scans = newScanRun(isByHand);
    this.#uploads = newUploadRun(isByHand);
    this.#parts.gate.newTry();
  }

  ask(hash: BlobHash): void {
    this.#asked.add(hash);
  }

  isAsked(hash: BlobHash): boolean {
    return this.#asked.has(hash);
  }

  /** The server's time moved the day on (or back), and the store has not heard of it. */
  isNewDay(): boolean {
    return this.#today !== this.#parts.time.today();
  }

  progress(step: Step): SyncStatus['progress'] {
    switch (step) {
      case 'send':
        return {
          items: this.#push.sent + this.#acts.sent,
          totalItems: null,
          bytes: this.#parts.transport.traffic().bytesSent,
        };
      case 'receive':
        return { items: this.#pull.items, totalItems: this.#pull.total, bytes: this.#pull.bytes };
      case 'asked':
      case 'scans':
        return { items: this.#scans.fetched, totalItems: null, bytes: this.#scanBytes };
      case 'uploads':
        return { items: this.#uploads.sent, totalItems: null, bytes: this.#uploadBytes };
      case 'local':
      case 'conclude':
        return null;
    }
  }

  /** Null when the order proves nothing: then the refusal is a refusal, and no more. */
  async #obey(step: Step, order: LeaveOrder): Promise<Result<StepOutcome, SyncFailure> | null> {
    const { store, clock } = this.#parts;
    const leaving = await store.takeLeaveOrder(order, instantOf(clock.now()));
    if (!leaving) return null;
    this.#leaves(leaving);
    // What the order sealed is to be sent; a push that was itself refused is not tried again at once.
    return ok({ more: false, contacted: true, also: step === 'send' ? ['conclude'] : ['send', 'conclude'] });
  }

  #leaves(leaving: Leaving): void {
    this.#leaving = leaving;
    this.#parts.leaving(leaving);
  }

  /** Seals what is due first: nothing that follows may keep it from that. */
  async #local(): Outcome {
    const { store, clock, time, applied } = this.#parts;
    const now = clock.now();
    let due = await this.#due(now);
    // A file from a stick may have brought the order.
    if (due.leaving && !this.#leaving) this.#leaves(due.leaving);
    if (due.sealAt !== null && Date.parse(due.sealAt) <= now) {
      applied(await store.sealDecisions({ due: true }, instantOf(now)));
      due = await this.#due(now);
    }
    const today = time.today();
    if (today !== this.#today) applied(await store.newDay(today));
    this.#today = today;
    const minutes = await store.setting('syncMinutes');
    this.#interval = minutes === null ? defaultInterval : minutes * 60_000;
    const { sealAt, hasUnsent, hasUploads, toSend } = due;
    const isNothingToSend = !toSend.isInDoubt && !toSend.isAny && this.#push.failure === null;
    const next = Math.min(sealAt === null ? Infinity : Date.parse(sealAt), time.nextDayAt());
    return ok({
      more: false,
      contacted: false,
      also: [
        ...(hasUnsent ? (['send', 'conclude'] as const) : []),
        ...(hasUploads ? (['uploads', 'conclude'] as const) : []),
        ...(this.#leaving ? (['conclude'] as const) : await this.#releasedScans()),
      ],
      idle: isNothingToSend ? [{ step: 'send', isComplete: false }] : [],
      // At least a second: a store that cannot seal what is due must not spin.
      localAt: Math.max(next, now + 1000),
      interval: this.#interval,
    });
  }

  #due(now: number): Promise<DueWork> {
    return askDueWork(this.#parts.store, instantOf(now), dueHorizon(this.#push.isByHand, now));
  }

  /** The office raised its limit, or the hour is over. */
  async #releasedScans(): Promise<readonly Step[]> {
    if (!this.#hasToWait || (await this.#parts.budget.waitUntil()) !== null) return [];
    return ['scans', 'uploads', 'conclude'];
  }

  /** Decisions first: acts leave when no decision is left that could. */
  async #send(retryAt: () => number, signal: AbortSignal): Outcome {
    const { identity, store, clock } = this.#parts;
    const { isInDoubt, isAny } = await askToSend(store, dueHorizon(this.#push.isByHand, clock.now()));
    if (isInDoubt) return this.#isChainUntold ? this.#sendActs(signal) : this.#rejoin(signal);
    if (!isAny && this.#push.failure === null) return ok({ more: false, contacted: false });
    const server = this.#retryAfter(this.#pushFailures);
    const retry = { link: retryAt, server };
    const sent = await pushBatches({ ...this.#common(), identity }, this.#push, retry, signal);
    if (!sent.ok) return sent;
    const { more, contacted, answered, unanswered, problem } = sent.value;
    if (!more) return this.#sendActs(signal);
    this.#pushFailures = unanswered > 0 ? this.#pushFailures + 1 : 0;
    return ok({
      more,
      contacted,
      // An answer moved the request on: its new state is on the server.
      also: answered > 0 ? ['receive', 'conclude'] : [],
      ...(unanswered > 0 ? { againAt: server } : {}),
      ...(problem === undefined ? {} : { sendProblem: problem }),
    });
  }

  /** What the server told is sealed anew or done with before anything is sent. */
  async #rejoin(signal: AbortSignal): Outcome {
    const joined = await rejoinChain(this.#common(), signal);
    if (joined.ok) return ok({ more: true, contacted: true, also: ['local', 'receive', 'conclude'] });
    if (!isAboutCall(joined.error)) return joined;
    const againAt = this.#retryAfter(this.#pushFailures);
    this.#pushFailures += 1;
    this.#isChainUntold = true;
    return ok({ more: true, contacted: false, againAt, sendProblem: sendProblemOf(joined.error) });
  }

  /** Counted apart from the link's failures: a server that answers all the rest must not be asked every few seconds. */
  #retryAfter(failures: number): number {
    const { clock, random } = this.#parts;
    return clock.now() + backoff(failures + 1, this.#interval, random);
  }

  async #sendActs(signal: AbortSignal): Outcome {
    const { random } = this.#parts;
    const retry = this.#retryAfter(this.#actFailures);
    const sent = await pushActs({ ...this.#common(), random }, this.#acts, () => retry, signal);
    if (!sent.ok) return sent;
    const { more, contacted, answered, unanswered } = sent.value;
    if (unanswered > 0) this.#actFailures += 1;
    else if (contacted) this.#actFailures = 0;
    return ok({
      more,
      contacted,
      also: answered > 0 ? ['receive', 'conclude'] : [],
      ...(unanswered > 0 ? { againAt: retry } : {}),
    });
  }

  async #receive(signal: AbortSignal): Outcome {
    const { gate, transport, store, clock } = this.#parts;
    const until = await gate.changesWaitUntil();
    if (until !== null)
      return ok({ more: false, contacted: false, ...(until === Infinity ? {} : { againAt: until }) });
    const progress = this.#parts.moved;
    const received = () => transport.traffic().bytesReceived;
    this.#pull.receivedBefore ??= received();
    let goesOn = false;
    const left: { asked?: Promise<WhatIsLeft | null> } = {};
    const ending = () => {
      left.asked = this.#whatIsLeft();
    };
    try {
      const runsOn = await gate.letsPagesRunOn(this.#pull);
      const common = { ...this.#common(), progress, ending };
      const parts = { ...common, doubts: this.#doubts, pageSize: this.#pageSize, runsOn };
      const page = await pullPages(parts, this.#pull, signal);
      goesOn = page.ok && page.value.more;
      if (!page.ok) return page;
      if (!page.value.more) {
        this.#doubts.clear();
        if (page.value.isAllNoted !== true) await store.noteReceived(instantOf(clock.now()));
      }
      const asked = await gate.pageCame(this.#pull, received() - this.#pull.receivedBefore, signal);
      if (!asked.ok || page.value.more) return asked.ok ? page : asked;
      return ok({ ...page.value, ...(await this.#restOf(left.asked ?? this.#whatIsLeft())) });
    } finally {
      // After a page that did not go through, the next try may meet the same cursors again.
      if (!goesOn) this.#pull = pullRun();
    }
  }

  /** Null where the store failed: the steps that follow ask it by themselves, and tell what is wrong with it. */
  async #whatIsLeft(): Promise<WhatIsLeft | null> {
    const { store, clock } = this.#parts;
    const now = clock.now();
    const asked = askWhatIsLeft(store, instantOf(now), dueHorizon(this.#uploads.isByHand, now));
    return asked.catch(() => null);
  }

  /** Where no scan is to come or to go, nobody is asked and no limit was met, the steps that follow have nothing to do. */
  async #restOf(asked: Promise<WhatIsLeft | null>): Promise<Pick<StepOutcome, 'idle'>> {
    const left = await asked;
    if (!left?.isNoScan || this.#hasToWait || !(await this.#parts.gate.isAtRest())) return {};
    const idle = (['scans', 'uploads'] as const).map((step) => ({ step, isComplete: false }));
    return { idle: [...idle, { step: 'conclude', isComplete: this.#isComplete(left.counts) }] };
  }

  /** Each is asked for once: when the link breaks, the scan stays among the wanted ones. Interrupted, it goes on. */
  async #fetchAsked(retryAt: () => number, signal: AbortSignal): Outcome {
    const [hash] = this.#asked;
    if (hash === undefined) return ok({ more: false, contacted: false });
    let isInterrupted = false;
    try {
      const fetched = await fetchAskedScan(this.#scanParts(), hash, retryAt, signal);
      isInterrupted = !fetched.ok && fetched.error.kind === 'stopped';
      if (!fetched.ok) return fetched;
      // The contact is the newest now: whether all is still done is to be said as of it.
      return ok({ ...fetched.value, more: this.#asked.size > 1, also: ['conclude'] });
    } finally {
      if (!isInterrupted) this.#asked.delete(hash);
    }
  }

  /** None begins while the office's data limit is used up; what is urgent never asks for it. */
  async #fetchScans(retryAt: () => number, signal: AbortSignal): Outcome {
    const until = await this.#parts.budget.waitUntil();
    this.#hasToWait = until !== null;
    const wish = await this.#parts.gate.scansToCome();
    if (wish === null) return ok({ more: false, contacted: false });
    this.#scans.neededBy = wish.neededBy;
    if (until === null) return fetchNextScan(this.#scanParts(), this.#scans, retryAt, signal);
    return ok({ more: false, contacted: false, againAt: until });
  }

  /** Last of all, and within the data limit, but for the word that a scan was taken back. */
  async #sendUploads(retryAt: () => number, signal: AbortSignal): Outcome {
    const until = await this.#parts.budget.waitUntil();
    this.#uploads.isLimited = until !== null;
    if (until !== null) this.#hasToWait = true;
    const progress = (bytes: number) => {
      this.#uploadBytes = bytes;
      this.#parts.moved();
    };
    const parts = { ...this.#common(), blobs: this.#parts.blobs, random: this.#parts.random, progress };
    const sent = await sendNextUpload(parts, this.#uploads, retryAt, signal);
    return sent.ok && until !== null ? ok({ ...sent.value, againAt: until }) : sent;
  }

  async #conclude(): Outcome {
    const { store, blobs, clock } = this.#parts;
    if (this.#leaving) {
      const moved = (leaving: Leaving) => {
        this.#leaves(leaving);
      };
      await goOnLeaving({ store, blobs, now: clock.now, moved });
      return ok({ more: false, contacted: false });
    }
    const counts = await store.counts(instantOf(clock.now()));
    return ok({ more: false, contacted: false, isComplete: this.#isComplete(counts) });
  }

  #isComplete({ unsent, unsentActs, scansMissing, scansToMask, uploadsUnsent }: StoreCounts): boolean {
    const missing = scansMissing + (this.#parts.maskScan ? scansToMask : 0);
    return unsent + unsentActs + missing + uploadsUnsent === 0 && !this.#parts.gate.doChangesWait();
  }

  #common() {
    const { store, transport, session, time, clock, applied } = this.#parts;
    const { underWay } = this;
    return { store, transport, session, time, now: clock.now, underWay, applied };
  }

  #scanParts(): ScanParts {
    const progress = (bytes: number) => {
      this.#scanBytes = bytes;
      this.#parts.moved();
    };
    return {
      ...this.#common(),
      blobs: this.#parts.blobs,
      maskScan: this.#parts.maskScan ?? null,
      random: this.#parts.random,
      partials: this.#partials,
      progress,
    };
  }
}

/** A desk that leaves receives nothing more, and sends until the wipe has begun. */
function isStepOfLeaving(step: Step, { phase }: Leaving): boolean {
  return step === 'local' || step === 'conclude' || (step === 'send' && phase === 'sending');
}
