import type { Leaving } from '../../shared/domain/leaving.ts';
import type { BlobStore } from '../storage/blob-store.ts';
import type { Applied, Store, VaultIdentity } from '../storage/store.ts';
import type { Clock } from './engine.ts';
import type { Step } from './evaluate.ts';
import type { MaskScan } from './mask-scan.ts';
import type { PullGate } from './pull-gate.ts';
import type { ScanBudget } from './scan-budget.ts';
import type { ServerSession } from './server-session.ts';
import type { Transport } from './transport.ts';
import type { TrustedTime } from './trusted-time.ts';
import type { SendProblem } from './sync-failure.ts';

export interface StepParts {
  store: Store;
  blobs: BlobStore;
  identity: VaultIdentity;
  clock: Clock;
  transport: Transport;
  session: ServerSession;
  /** Null or absent where nothing can mask: unmasked scans are not fetched then. */
  maskScan?: MaskScan | null;
  time: TrustedTime;
  budget: Pick<ScanBudget, 'waitUntil'>;
  gate: PullGate;
  /** 0 … 1, for the jitter. */
  random: () => number;
  /** After each commit. */
  applied: (applied: Applied) => void;
  /** Bytes or items moved on within a step. */
  moved: () => void;
  /** The desk began to leave its district, or came further with it. */
  leaving: (leaving: Leaving) => void;
}

export interface IdleStep {
  step: Step;
  /** What `conclude` would find; false for every other. */
  isComplete: boolean;
}

/** What a step that went through tells the engine. */
export interface StepOutcome {
  /** The same step has more to do. */
  more: boolean;
  /** The server answered. */
  contacted: boolean;
  /** Steps that have something to do now. */
  also?: readonly Step[];
  /** Steps that would find nothing to do now, as the vault was asked along with what this step looked at. */
  idle?: readonly IdleStep[];
  /** When the local step has something to do next. */
  localAt?: number;
  /** The setting, in milliseconds. */
  interval?: number;
  /** A whole attempt is due then, at the latest. */
  againAt?: number;
  /** What kept decisions from being taken although the server was there; without it nothing was sent. */
  sendProblem?: SendProblem | null;
  /** Nothing is unsent and nothing is missing. */
  isComplete?: boolean;
}
