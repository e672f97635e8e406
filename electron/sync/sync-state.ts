import { hasOpenWork, laneOf, steps, type Lane, type Step, type SyncState } from './evaluate.ts';

/** Everything is to be looked at, at once. */
export function initialState(now: number): SyncState {
  return {
    isStopped: false,
    running: null,
    todo: {
      local: true,
      send: false,
      asked: false,
      receive: false,
      scans: false,
      uploads: false,
      conclude: false,
    },
    localAt: now,
    attemptAt: now,
    blockedUntil: { local: 0, send: 0, receive: 0 },
    isReceiveFirst: false,
  };
}

/** A whole attempt: everything is looked at once. */
export function beginAttempt(state: SyncState, nextAttemptAt: number): void {
  state.attemptAt = nextAttemptAt;
  state.todo = {
    ...state.todo,
    local: true,
    send: true,
    receive: true,
    scans: true,
    uploads: true,
    conclude: true,
  };
}

/** By hand: past every wait. */
export function unblock(state: SyncState): void {
  state.blockedUntil = { local: 0, send: 0, receive: 0 };
  state.isReceiveFirst = false;
}

/** A scan is wanted now. What broke off while it was sent is due when it was put off to, and no sooner. */
export function unblockReceiving(state: SyncState): void {
  state.blockedUntil.receive = 0;
}

export function beginStep(state: SyncState, step: Step): void {
  state.running = step;
  // Whoever asks for the same step while it runs gets it once more afterwards.
  state.todo[step] = false;
  if (laneOf(step) === 'receive') state.isReceiveFirst = false;
}

export function endStep(state: SyncState, step: Step, isMoreToDo: boolean): void {
  state.running = null;
  if (isMoreToDo) state.todo[step] = true;
}

/**
 * The step was found to have nothing to do now. It has its turn all the same where one before it is to be done, which may
 * bring something, and where its lane waits: what broke off there is due when the lane opens.
 * @returns whether it is left out
 */
export function leaveOut(state: SyncState, step: Step, now: number): boolean {
  const before = steps.slice(0, steps.indexOf(step));
  const isFirst = state.localAt > now && !before.some((earlier) => state.todo[earlier]);
  if (!isFirst || state.blockedUntil[laneOf(step)] > now) return false;
  state.todo[step] = false;
  return true;
}

/** The step is to be done again; the lanes wait until `retryAt`. */
export function failStep(state: SyncState, step: Step, lanes: readonly Lane[], retryAt: number): void {
  state.running = null;
  state.todo[step] = true;
  if (step === 'send' && lanes.length > 1) state.isReceiveFirst = true;
  for (const lane of lanes) state.blockedUntil[lane] = retryAt;
}

/** Work is waiting for a lane that failed. */
export function isWaiting(state: SyncState, now: number): boolean {
  return hasOpenWork(state) && state.running === null && Math.max(...Object.values(state.blockedUntil)) > now;
}

/** When the next step that needs the link can begin. */
export function nextTryAt(state: SyncState): number {
  const { send, receive } = state.blockedUntil;
  const waits: number[] = [];
  if (state.todo.send) waits.push(send);
  if (state.todo.receive || state.todo.scans || state.todo.uploads || state.todo.asked) waits.push(receive);
  // An attempt that begins while both lanes still wait only waits with them.
  return Math.min(Math.max(state.attemptAt, Math.min(send, receive)), ...waits);
}

/**
 * A PC clock that was set back leaves times far ahead; nothing may wait longer than it would have from now. Sealing
 * keeps to the clock that the officer saw.
 */
export function clampToClock(state: SyncState, now: number, longestWait: number): void {
  const latest = now + longestWait;
  if (state.attemptAt > latest) state.attemptAt = now;
  for (const lane of ['local', 'send', 'receive'] as const) {
    if (state.blockedUntil[lane] > latest) state.blockedUntil[lane] = now;
  }
}
