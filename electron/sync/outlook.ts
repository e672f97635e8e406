import type { Leaving } from '../../shared/domain/leaving.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { StoreCounts } from '../storage/store-counts.ts';
import type { Store } from '../storage/store.ts';

/**
 * What the vault knows of the steps to come. What is asked together is one message to the vault's thread, and most of
 * the time the answer is that there is nothing to do: then those steps are not begun.
 */

export interface DueWork {
  leaving: Leaving | null;
  sealAt: Instant | null;
  hasUnsent: boolean;
  hasUploads: boolean;
  toSend: ToSend;
}

export interface ToSend {
  /** The server is to say first where the chain stands. */
  isInDoubt: boolean;
  /** Decisions or acts are due by the horizon. */
  isAny: boolean;
}

/** @param horizon up to when the attempt that runs takes things as due; by hand that is for ever. */
export async function askDueWork(
  store: Pick<Store, 'leaving' | 'nextSealAt' | 'dueUploads' | 'cursor' | ToSendCalls>,
  at: Instant,
  horizon: Instant,
): Promise<DueWork> {
  const [leaving, sealAt, uploads, toSend] = await Promise.all([
    store.leaving(),
    store.nextSealAt(at),
    store.dueUploads(at, 1),
    askToSend(store, horizon),
    // Remembered from now on: receiving begins there.
    store.cursor(),
  ]);
  // By hand more is due than by itself, and never less.
  const due = toSend.isAny && horizon !== at ? await askToSend(store, at) : toSend;
  return { leaving, sealAt, hasUnsent: due.isAny, hasUploads: uploads.length > 0, toSend };
}

type ToSendCalls = 'chainDoubt' | 'unsent' | 'unsentActs';

export async function askToSend(store: Pick<Store, ToSendCalls>, horizon: Instant): Promise<ToSend> {
  const [isInDoubt, decisions, acts] = await Promise.all([
    store.chainDoubt(),
    store.unsent(horizon, 1),
    store.unsentActs(horizon, 1),
  ]);
  return { isInDoubt, isAny: decisions.length + acts.length > 0 };
}

export interface WhatIsLeft {
  counts: StoreCounts;
  /** No scan is to come, and none to go up by the horizon. */
  isNoScan: boolean;
}

/** When all was received. */
export async function askWhatIsLeft(
  store: Pick<Store, 'missingScans' | 'dueUploads' | 'counts'>,
  at: Instant,
  horizon: Instant,
): Promise<WhatIsLeft> {
  const [missing, uploads, counts] = await Promise.all([
    store.missingScans(null),
    store.dueUploads(horizon, 1),
    store.counts(at),
  ]);
  return { counts, isNoScan: missing.scans === 0 && uploads.length === 0 };
}
