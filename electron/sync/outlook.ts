import type { Leaving } from '../../shared/domain/leaving.ts';
import type { Instant } from '../../shared/domain/values.ts';
import type { DueToSend } from '../storage/push-store.ts';
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
  due: DueToSend;
}

/** @param horizon up to when the attempt that runs takes things as due; by hand that is for ever. */
export async function askDueWork(
  store: Pick<Store, 'leaving' | 'nextSealAt' | 'cursor' | ToSendCalls>,
  at: Instant,
  horizon: Instant,
): Promise<DueWork> {
  const [leaving, sealAt, toSend, due] = await Promise.all([
    store.leaving(),
    store.nextSealAt(at),
    askToSend(store, horizon),
    horizon === at ? null : store.dueToSend(at),
    // Remembered from now on: receiving begins there.
    store.cursor(),
  ]);
  const { decisions, acts, uploads } = due ?? toSend.due;
  return { leaving, sealAt, hasUnsent: decisions || acts, hasUploads: uploads, toSend };
}

type ToSendCalls = 'chainDoubt' | 'dueToSend';

export async function askToSend(store: Pick<Store, ToSendCalls>, horizon: Instant): Promise<ToSend> {
  const [isInDoubt, due] = await Promise.all([store.chainDoubt(), store.dueToSend(horizon)]);
  return { isInDoubt, isAny: due.decisions || due.acts, due };
}

export interface WhatIsLeft {
  counts: StoreCounts;
  /** No scan is to come, and none to go up by the horizon. */
  isNoScan: boolean;
}

/** When all was received. */
export async function askWhatIsLeft(
  store: Pick<Store, 'missingScans' | 'dueToSend' | 'counts'>,
  at: Instant,
  horizon: Instant,
): Promise<WhatIsLeft> {
  const [missing, due, counts] = await Promise.all([
    store.missingScans(null),
    store.dueToSend(horizon),
    store.counts(at),
  ]);
  return { counts, isNoScan: missing.scans === 0 && !due.uploads };
}
