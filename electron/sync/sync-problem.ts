import type { SyncProblem } from '../../shared/ipc/sync-status.ts';
import { unreachable } from '../../shared/result.ts';
import { StorageError } from '../storage/storage-error.ts';
import type { Lane, Step } from './evaluate.ts';
import { laneOf } from './evaluate.ts';
import type { SyncFailure } from './sync-failure.ts';

/** A step that did not go through: what the officer is told, and which lanes wait. */
export interface StepFailure {
  problem: SyncProblem | null;
  /** Of a fault of the office's network. */
  detail?: string;
  lanes: readonly Lane[];
  /** It will not get better within seconds: the next try is at the next periodic attempt. */
  isLasting: boolean;
}

export function linkFailure(failure: Exclude<SyncFailure, { kind: 'stopped' }>): StepFailure {
  const lanes = ['send', 'receive'] as const;
  switch (failure.kind) {
    case 'proxy-unreachable':
    case 'proxy-refused':
    case 'certificate-untrusted':
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'certificate-wrong-host':
      return { problem: failure.kind, detail: failure.detail, lanes, isLasting: false };
    case 'proxy-auth':
      // Tried again and again within minutes, a wrong password locks the account of the whole office.
      return { problem: failure.kind, detail: failure.detail, lanes, isLasting: true };
    case 'offline':
    case 'server-nonsense':
    case 'server-failed':
      return { problem: failure.kind, lanes, isLasting: false };
    case 'not-authorised':
    case 'device-revoked':
      return { problem: failure.kind, lanes, isLasting: true };
    case 'activation-code-wrong':
    case 'activation-code-used':
    case 'bad-request':
    case 'not-found':
    case 'cursor-unknown':
    case 'too-large':
      return { problem: 'server-failed', lanes, isLasting: false };
    default:
      return unreachable(failure);
  }
}

/** The store could not take it: only what writes in the same way waits. */
export function storeFailure(error: unknown, step: Step): StepFailure {
  const isFull = error instanceof StorageError && error.kind === 'disk-full';
  return { problem: isFull ? 'disk-full' : 'storage-failed', lanes: [laneOf(step)], isLasting: false };
}
