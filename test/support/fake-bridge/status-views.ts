import type { Page } from 'playwright-core';

interface View {
  query: string;
  act: (page: Page) => Promise<void>;
}

const signedIn = 'phase=signed-in&outbox=1';

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.keyboard.type(text);
  await page.waitForTimeout(300);
}

async function openTransfer(page: Page, index: number): Promise<void> {
  await page.keyboard.press('Alt+5');
  await page.locator('.transfer-pile tbody tr').nth(index).getByRole('button').click();
}

/** Status desk, transfers, papers. */
export const statusViews: Record<string, View> = {
  'status-empty': {
    query: signedIn,
    act: async (page) => {
      await page.keyboard.press('F3');
    },
  },
  'status-many': {
    query: signedIn,
    act: async (page) => {
      await search(page, 'sita');
    },
  },
  'status-story': {
    query: signedIn,
    act: async (page) => {
      await search(page, 'K110304002');
    },
  },
  'status-none': {
    query: signedIn,
    act: async (page) => {
      await search(page, 'zzzz');
    },
  },
  transfers: {
    query: signedIn,
    act: async (page) => {
      await page.keyboard.press('Alt+5');
    },
  },
  'transfer-differences': {
    query: signedIn,
    act: async (page) => {
      await openTransfer(page, 0);
      await page.getByRole('checkbox').nth(1).check();
    },
  },
  'transfer-lower': {
    query: signedIn,
    act: async (page) => {
      await openTransfer(page, 0);
      await page.locator('.reconciliation').scrollIntoViewIfNeeded();
      await page.mouse.move(700, 400);
      await page.mouse.wheel(0, 2000);
    },
  },
  'transfer-acknowledge': {
    query: signedIn,
    act: async (page) => {
      await openTransfer(page, 0);
      await page.locator('.transfer-acknowledge button').nth(1).click();
    },
  },
  'transfer-failed': {
    query: signedIn,
    act: async (page) => {
      await openTransfer(page, 4);
    },
  },
  paper: {
    query: signedIn,
    act: async (page) => {
      await search(page, 'K110304002');
      await page.keyboard.press('Alt+P');
      await page.locator('canvas[data-drawn=true]').waitFor();
    },
  },
  'review-checklist': {
    query: 'phase=signed-in&rows=60',
    act: async (page) => {
      await page.keyboard.press('Enter');
      await page.locator('.review-checklist').scrollIntoViewIfNeeded();
    },
  },
  'review-decided': {
    query: signedIn,
    act: async (page) => {
      await search(page, 'K110304024');
      await page
        .getByRole('button')
        .filter({ hasText: /समीक्षा में|Open in review/ })
        .click();
      await page.locator('.review-dock').waitFor();
    },
  },
};
