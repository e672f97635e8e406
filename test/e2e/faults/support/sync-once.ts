import type { Page } from 'playwright-core';
import { z } from 'zod';
import { syncStatus, type SyncStatus } from '../../../../shared/ipc/sync-status.ts';
import { Officer } from '../../../support/officer/officer.ts';

const patience = 60_000;

/**
 * Presses "Sync now" and waits until that attempt has come to rest, whatever came of it: a state on the strip may be
 * that of the attempt before.
 */
export async function syncOnce(page: Page): Promise<SyncStatus> {
  const before = await atRest(page, () => true);
  await new Officer(page).syncNow();
  return atRest(page, ({ nextTryAt }) => nextTryAt !== before.nextTryAt);
}

/** Waits until the sync rests, and what the desk says of it fits. */
export async function atRest(page: Page, fits: (status: SyncStatus) => boolean): Promise<SyncStatus> {
  const deadline = Date.now() + patience;
  for (;;) {
    const status = await readStatus(page);
    if ((status.step === 'idle' || status.step === 'waiting') && fits(status)) return status;
    if (Date.now() > deadline) throw new Error(`The sync came to no rest: ${JSON.stringify(status)}`);
    await page.waitForTimeout(50);
  }
}

export async function readStatus(page: Page): Promise<SyncStatus> {
  const answer = await page.evaluate<unknown>(`window.desk.call('sync.status')`);
  return z.object({ ok: z.literal(true), value: syncStatus }).parse(answer).value;
}
