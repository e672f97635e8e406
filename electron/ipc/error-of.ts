import type { DeskError } from '../../shared/ipc/errors.ts';
import { unreachable } from '../../shared/result.ts';
import type { FailureLog } from '../session/failure-log.ts';
import { StorageError, type StorageFault } from '../storage/storage-error.ts';

/** Every thrown thing as a named error of the desk. */
export function errorOf(error: unknown, where: string, log: FailureLog): DeskError {
  if (error instanceof StorageError) {
    const named = storageFaultError(error.kind);
    if (named) return named;
  }
  return { kind: 'internal', reference: log(where, error) };
}

/** The faults that have a state of their own on screen; null for those that are only looked up in the log. */
export function storageFaultError(fault: StorageFault): DeskError | null {
  switch (fault) {
    case 'disk-full':
    case 'cannot-decrypt':
    case 'newer-vault':
    case 'missing-key':
    case 'damaged-key':
    case 'keyring-changed':
    case 'wrong-password':
      return { kind: fault };
    case 'leaving':
      return { kind: 'desk-leaving' };
    case 'officer-left':
      return { kind: fault };
    case 'closed':
      return { kind: 'not-signed-in' };
    case 'damaged':
      return { kind: 'cannot-decrypt' };
    case 'damaged-blob':
    case 'wrong-hash':
    case 'failed':
      return null;
    default:
      return unreachable(fault);
  }
}
