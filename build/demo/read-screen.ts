import type { Page } from 'playwright-core';
import { words } from '../../test/support/officer/words.ts';

/** How many requests the three piles hold, as the screen says. */
export async function countOf(page: Page): Promise<number> {
  const counts = await page.locator('.queue-pile-count').allTextContents();
  return counts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0);
}

/** Which of these requests the outbox lists. */
export async function decisionsListed(page: Page, requestNos: readonly string[]): Promise<number> {
  const found = await Promise.all(requestNos.map((requestNo) => rowsOf(page, requestNo).count()));
  return found.filter((count) => count > 0).length;
}

/** For which of these requests the outbox offers a receipt. */
export async function receiptsListed(page: Page, requestNos: readonly string[]): Promise<string[]> {
  const listed: string[] = [];
  for (const requestNo of requestNos) {
    const row = rowsOf(page, requestNo).first();
    const receipt = row.getByRole('button', { name: words('hi', 'outbox', 'receipt.show') });
    if ((await receipt.count()) > 0) listed.push(requestNo);
  }
  return listed;
}

function rowsOf(page: Page, requestNo: string) {
  return page.getByRole('row').filter({ hasText: requestNo });
}
