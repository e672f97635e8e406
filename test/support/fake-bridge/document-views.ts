import type { Page } from 'playwright-core';

interface View {
  query: string;
  act: (page: Page) => Promise<void>;
}

const query = 'phase=signed-in&rows=12&documents=1';

/** Opens the request whose documents stand as the number says: 0 differ, 1 agree, 2 by hand, 3 failed. */
export async function openReview(page: Page, number: number): Promise<void> {
  await page.keyboard.press('F3');
  await page.keyboard.type(`MR/2026/00000${number + 1}`);
  await page.waitForTimeout(300);
  await page
    .getByRole('button')
    .filter({ hasText: /समीक्षा में|Open in review/ })
    .click();
  await page.locator('.review-dock').waitFor();
}

async function openDocuments(page: Page, number: number): Promise<void> {
  await openReview(page, number);
  await page.keyboard.press('g');
  await page.locator('.comparison, .documents').first().waitFor();
}

async function takeIn(page: Page, name: string | null): Promise<void> {
  await openDocuments(page, 1);
  await page.keyboard.press('o');
  await page.locator('.intake-drop').waitFor();
  if (name === null) return;
  await page.locator('.folder-files li').filter({ hasText: name }).getByRole('button').last().click();
}

/** The reviewing table, the viewer's two halves, and every step of taking a scan in. */
export const documentViews: Record<string, View> = {
  'documents-differ': {
    query,
    act: async (page) => {
      await openDocuments(page, 0);
      await page.locator('.comparison td[data-differs=fail]').first().click();
      await page.waitForTimeout(400);
    },
  },
  'documents-lower': {
    query,
    act: async (page) => {
      await openDocuments(page, 0);
      await page.keyboard.press('l');
      await page.keyboard.press('2');
      await page.locator('.documents').evaluate((element) => element.scrollTo(0, 5000));
    },
  },
  'documents-agree': {
    query,
    act: async (page) => {
      await openDocuments(page, 1);
    },
  },
  'documents-wide': {
    query,
    act: async (page) => {
      await openReview(page, 0);
      await page.keyboard.press('q');
      await page.locator('.check').first().waitFor();
      await page.keyboard.press('l');
      await page.keyboard.press('4');
      await page.waitForTimeout(500);
    },
  },
  'documents-hand': {
    query,
    act: async (page) => {
      await openDocuments(page, 2);
    },
  },
  'documents-failed': {
    query,
    act: async (page) => {
      await openDocuments(page, 3);
      await page.locator('.documents').evaluate((element) => element.scrollTo(0, 5000));
    },
  },
  'documents-pin': {
    query,
    act: async (page) => {
      await openDocuments(page, 1);
      await page.keyboard.press('i');
      await page.waitForTimeout(200);
    },
  },
  'intake-sources': {
    query,
    act: async (page) => {
      await takeIn(page, null);
    },
  },
  'intake-working': {
    query,
    act: async (page) => {
      await takeIn(page, '0002');
      await page.waitForTimeout(500);
    },
  },
  'intake-ready': {
    query,
    act: async (page) => {
      await takeIn(page, '0002');
      await page.locator('.sheet-page img').waitFor();
    },
  },
  'intake-pages': {
    query,
    act: async (page) => {
      await takeIn(page, null);
      await page.locator('.intake-drop button').first().click();
      await page.locator('.masked-places').waitFor();
    },
  },
  'intake-remains': {
    query,
    act: async (page) => {
      await takeIn(page, '0002');
      await page.locator('.sheet-page img').waitFor();
      await page.locator('.dialog-foot button').last().click();
    },
  },
  'intake-failed': {
    query,
    act: async (page) => {
      await takeIn(page, 'kharab');
      await page.locator('.dialog .banner.bad').waitFor();
    },
  },
  'intake-hand': {
    query,
    act: async (page) => {
      await takeIn(page, 'haath');
      await page.locator('.dialog .banner.warn').waitFor();
    },
  },
  'intake-hand-draw': {
    query,
    act: async (page) => {
      await takeIn(page, 'haath');
      await page.locator('.dialog .banner.warn button').click();
      await page.locator('.dialog input').waitFor();
      await page.keyboard.type('नमूना कारण');
      await page.keyboard.press('Enter');
      await page.locator('.box-layer').waitFor();
      await page.keyboard.press('Enter');
    },
  },
  'settings-folder': {
    query,
    act: async (page) => {
      await page.keyboard.press('Alt+3');
    },
  },
  trust: {
    query,
    act: async (page) => {
      await page.keyboard.press('Alt+8');
      await page.getByRole('tab').nth(6).click();
    },
  },
};
