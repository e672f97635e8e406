import type { TransferFailure } from '../../../shared/domain/transfer/transfer.ts';
import type { Database } from '../database/open-database.ts';

/** Every place at which a transfer can be broken off: after each of its statements. */
export const transferSteps = [
  'request-locked',
  'transfer-locked',
  'kiosks-locked',
  'balances-locked',
  'lsp-checked',
  'before-recorded',
  'centre-moved',
  'history-moved',
  'balances-moved',
  'login-moved',
  'ids-switched',
  'after-recorded',
  'old-after-recorded',
  'request-written',
  'transfer-written',
] as const;
export type TransferStep = (typeof transferSteps)[number];

/** Told after each step, within the transaction: a test breaks it off there, or changes what the server has. */
export type StepHook = (step: TransferStep, database: Database) => Promise<void>;

/** Rolls the transfer back and names why; the request stays approved. */
export class TransferStopped extends Error {
  readonly failure: TransferFailure;

  constructor(failure: TransferFailure) {
    super(failure);
    this.failure = failure;
  }
}
