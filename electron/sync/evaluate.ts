/**
 * `local` needs no link: the day's change, sealing, reading the settings. `asked` is a scan an officer waits for.
 * `uploads` are scans that were taken in here. `conclude` looks whether all is truly done.
 */
export const steps = ['local', 'send', 'asked', 'receive', 'scans', 'uploads', 'conclude'] as const;
export type Step = (typeof steps)[number];

/** What a failure keeps waiting: a full disk stops receiving, and not the decisions that are to leave. */
export type Lane = 'local' | 'send' | 'receive';

export interface SyncState {
  isStopped: boolean;
  running: Step | null;
  todo: Record<Step, boolean>;
  /** Milliseconds since 1970, as all times here. When the next decision is to be sealed, or the day changes. */
  localAt: number;
  /** When the next whole attempt begins by itself. */
  attemptAt: number;
  blockedUntil: Record<Lane, number>;
  /** A send broke off: one step that receives has its turn before the next. */
  isReceiveFirst: boolean;
}

export type Next =
  { do: 'nothing' } | { do: 'begin' } | { do: 'step'; step: Step } | { do: 'wait'; until: number };

/**
 * The one decision: what the sync does next. Inputs (timer, poke, by hand, a step's end, stop) only change the state;
 * then this is asked. Pure: the same state and time, the same answer.
 *
 * 1. Stopped: nothing begins any more.
 * 2. One step at a time: while one runs, nothing begins.
 * 3. What is due to be sealed is sealed before anything is sent, and without any link.
 * 4. A lane that waits after a failure begins no step before its time; the other lanes go on.
 * 5. A whole attempt begins when its time has come.
 * 6. Decisions before everything else that needs the link; after a send that broke off, one step of the others goes
 *    first, so that a road on which only the sending breaks keeps nothing from coming.
 * 7. A scan that an officer waits for goes between two pages, never before a decision.
 * 8. Changes before the scans that nobody waits for, these before the scans that go up; every scan is interrupted when
 *    decisions are to leave, and goes on where it was.
 * 9. Concluded only when nothing is left to do, in any lane. What a step before found to have nothing to do is left out,
 *    and what it found is concluded, only where nothing else is to be done before and no lane that it needs waits.
 * 10. Else it waits, at the latest until the first of the times it knows: it never sleeps over work.
 */
export function evaluate(state: SyncState, now: number): Next {
  if (state.isStopped || state.running !== null) return { do: 'nothing' };
  if (isLocalDue(state, now) && !isBlocked(state, 'local', now)) return { do: 'step', step: 'local' };
  if (state.attemptAt <= now) return { do: 'begin' };
  const turns = state.isReceiveFirst ? receiveFirst : order;
  const step = turns.find((candidate) => state.todo[candidate] && !isBlocked(state, laneOf(candidate), now));
  if (step) return { do: 'step', step };
  if (canConclude(state, now) && !isBlocked(state, 'local', now)) return { do: 'step', step: 'conclude' };
  return { do: 'wait', until: wakeTime(state, now) };
}

const order = ['send', 'asked', 'receive', 'scans', 'uploads'] as const satisfies Step[];
const receiveFirst = ['asked', 'receive', 'scans', 'uploads', 'send'] as const satisfies Step[];

export function laneOf(step: Step): Lane {
  switch (step) {
    case 'local':
    case 'conclude':
      return 'local';
    case 'send':
      return 'send';
    case 'asked':
    case 'receive':
    case 'scans':
    case 'uploads':
      return 'receive';
  }
}

/** Work that waits for a lane, or runs. */
export function hasOpenWork(state: SyncState): boolean {
  return order.some((step) => state.todo[step]);
}

function canConclude(state: SyncState, now: number): boolean {
  return state.todo.conclude && !hasOpenWork(state) && !isLocalDue(state, now);
}

function isLocalDue(state: SyncState, now: number): boolean {
  return state.todo.local || state.localAt <= now;
}

function isBlocked(state: SyncState, lane: Lane, now: number): boolean {
  return state.blockedUntil[lane] > now;
}

function wakeTime(state: SyncState, now: number): number {
  const waiting = order.filter((step) => state.todo[step]).map((step) => state.blockedUntil[laneOf(step)]);
  const { local } = state.blockedUntil;
  const hasLocalWork = isLocalDue(state, now) || canConclude(state, now);
  return Math.min(state.attemptAt, hasLocalWork ? local : Math.max(state.localAt, local), ...waiting);
}
