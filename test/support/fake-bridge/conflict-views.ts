import type { Page } from 'playwright-core';

/** The first in the outbox came last: gone, withdrawn, changed, on hold, decided. */
export async function openConflict(page: Page, nth: number): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page
    .locator('.list-table .button:has-text("पक्ष"), .list-table .button:has-text("sides")')
    .nth(nth)
    .click();
  await page.locator('.conflict-sides').waitFor();
}

const query = 'phase=signed-in&conflicts=1';
const kinds = ['decided', 'held', 'changed', 'withdrawn', 'gone'];

/** Both sides of each kind of conflict, the question before the same is decided again, the outbox; and claims. */
export const conflictViews: Record<string, { query: string; act: (page: Page) => Promise<void> }> = {
  ...Object.fromEntries(
    kinds.map((kind, nth) => [
      `conflict-${kind}`,
      {
        query,
        act: (page: Page) => openConflict(page, nth),
      },
    ]),
  ),
  'conflict-outbox': {
    query,
    act: async (page) => {
      await page.keyboard.press('Alt+2');
    },
  },
  'conflict-keep': {
    query,
    act: async (page) => {
      await openConflict(page, 2);
      await page.locator('.conflict-choice .button').nth(2).click();
      await page.locator('.dialog').waitFor();
    },
  },
  'conflict-limit': {
    query: 'phase=signed-in&conflicts=1&apart=20',
    act: async (page) => {
      await openConflict(page, 2);
    },
  },
  'conflict-ended': {
    query,
    act: async (page) => {
      await openConflict(page, 3);
      await page.locator('.conflict-choice .button').first().click();
      await page.locator('.list-table').waitFor();
      await openConflict(page, 3);
    },
  },
  'claims-queue': { query: 'phase=signed-in&claims=1', act: async () => undefined },
  'claims-review': {
    query: 'phase=signed-in&claims=1',
    act: async (page) => {
      await page
        .locator('.queue-row', { has: page.locator('.queue-claim') })
        .first()
        .dblclick();
      await page.locator('.claim-line').waitFor();
    },
  },
  'conflict-review': {
    query,
    act: async (page) => {
      await openConflict(page, 2);
      await page.locator('.conflict-head .button').nth(1).click();
      await page.locator('.review-head').waitFor();
    },
  },
};
