import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

if (missingBrowser !== null) console.warn(`The review's own tests are skipped: ${missingBrowser}`);

interface FailingDesk {
  fail: (channel: string, error: unknown) => void;
}

async function openQueue(harness: Harness, rows = 60): Promise<{ page: Page; breaches: string[] }> {
  const opened = await harness.open(`phase=signed-in&rows=${rows}&language=hi`);
  await opened.page.locator('.queue-row').first().waitFor();
  await opened.page.locator('.shell-fill').waitFor({ state: 'detached' });
  return opened;
}

async function openFirst(harness: Harness): Promise<{ page: Page; breaches: string[] }> {
  const opened = await openQueue(harness);
  await opened.page.keyboard.press('Enter');
  await opened.page.locator('.review-outcomes').waitFor();
  return opened;
}

const remarks = (page: Page) => page.locator('.review-dock textarea');

/** The next call of a channel fails as the main process would. */
async function failNext(page: Page, channel: string, error: unknown): Promise<void> {
  await page.evaluate(
    ([name, kind]) => {
      (window as unknown as { desk: FailingDesk }).desk.fail(name, kind);
    },
    [channel, error] as const,
  );
}

/** Each key only when the one before has had its effect: on a busy machine the focus comes later. */
async function rejectByKeys(page: Page): Promise<void> {
  await page.keyboard.press('r');
  await page.locator('.review-outcome-fields input:focus').waitFor({ state: 'attached' });
  await page.keyboard.press('Space');
  await page.locator('.review-outcome-fields input:checked').first().waitFor({ state: 'attached' });
  await page.keyboard.press('Control+Enter');
  await page.locator('section.dialog button:focus').waitFor();
  await page.keyboard.press('Enter');
}

describe.skipIf(missingBrowser !== null)('queue, review and viewer in the window', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  it('finds what a plain search over all rows finds, in any form of the code', async () => {
    const { page } = await openQueue(harness, 300);
    for (const typed of ['चाकसू', 'सीता चाकसू', 'sita', 'K1103040', 'के 110 30', '1103040', 'कोई नहीं']) {
      await page.keyboard.press('/');
      await page.keyboard.press('Control+A');
      await page.keyboard.type(typed);
      const expected = await page.evaluate(countByBruteForce, typed);
      await expect.poll(() => shownCount(page)).toBe(expected);
    }
  });

  it('comes back to the row that was opened, and to the next one when that was decided', async () => {
    const { page } = await openQueue(harness);
    const selected = () => page.locator('.queue-row[aria-selected=true]').getAttribute('id');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    const opened = await selected();
    await page.keyboard.press('Enter');
    await page.locator('.review-outcomes').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(selected).toBe(opened);

    await page.keyboard.press('j');
    const following = await selected();
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.locator('.review-outcomes').waitFor();
    await rejectByKeys(page);
    await page.locator('.review-decided').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(selected).toBe(following);
  });

  it('records by keyboard alone, counts down, and gives the review back on undo', async () => {
    const { page } = await openFirst(harness);
    await page.keyboard.press('m');
    await page.keyboard.type('नमूना टिप्पणी');
    await page.keyboard.press('Escape');
    await rejectByKeys(page);
    await expect.poll(() => page.locator('.undo-notice').innerText(), { timeout: 15_000 }).toMatch(/9:\d\d/);
    expect(await page.locator('.review-outcomes').count()).toBe(0);
    await page.keyboard.press('u');
    await page.locator('.review-outcomes').waitFor();
    await page.locator('.undo-notice').waitFor({ state: 'detached' });
  });

  it('wants a reason for each rule that is not met before an approval', async () => {
    const { page } = await openFirst(harness);
    expect(await page.locator('.review-rule[data-result=fail]').count()).toBe(1);
    await page.keyboard.press('a');
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await page.keyboard.type('नमूना कारण');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alertdialog').waitFor();
    expect(await page.getByRole('alertdialog').innerText()).toContain('नमूना कारण');
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await page.locator('.review-outcomes').count()).toBe(1);
  });

  it('keeps a draft and restores it', async () => {
    const { page } = await openFirst(harness);
    await page.keyboard.press('m');
    await page.keyboard.type('नमूना: अधूरी समीक्षा');
    await page.locator('.review-save[data-kind=saved]').waitFor();
    await page.keyboard.type(' 2');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('.queue-row').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => remarks(page).inputValue()).toBe('नमूना: अधूरी समीक्षा 2');
  });

  it('refuses a number like an Aadhaar number at once, and records nothing with it', async () => {
    const { page } = await openFirst(harness);
    await page.keyboard.press('m');
    await page.keyboard.type('आधार २३४५ ६७८९ ०१२४');
    await page.locator('.review-dock .field-error').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('h');
    await page.keyboard.press('Control+Enter');
    expect(await page.getByRole('alertdialog').count()).toBe(0);
  });

  it('keeps what was typed when the disk is full, and records at the next try', async () => {
    const { page } = await openFirst(harness);
    await page.keyboard.press('m');
    await page.keyboard.type('नमूना');
    await page.keyboard.press('Escape');
    await failNext(page, 'decision.record', { kind: 'disk-full' });
    await rejectByKeys(page);
    await page.locator('.review-confirm .banner.bad').waitFor();
    expect(await page.locator('.undo-notice').count()).toBe(0);
    await page.getByRole('alertdialog').getByRole('button').last().click();
    await page.locator('.undo-notice').waitFor();
  });

  it('keeps what was typed when the request changed, and shows the new facts', async () => {
    const { page } = await openFirst(harness);
    await page.keyboard.press('m');
    await page.keyboard.type('नमूना');
    await page.keyboard.press('Escape');
    await failNext(page, 'decision.record', { kind: 'request-changed' });
    await rejectByKeys(page);
    await page.locator('.review-dock .banner.bad').waitFor();
    expect(await remarks(page).inputValue()).toBe('नमूना');
  });

  it('says that a draft could not be saved, and saves it when asked again', async () => {
    const { page } = await openFirst(harness);
    await failNext(page, 'draft.save', { kind: 'disk-full' });
    await page.keyboard.press('m');
    await page.keyboard.type('क');
    await page.locator('.review-save[data-kind=failed]').waitFor();
    expect(await remarks(page).inputValue()).toBe('क');
    await page.locator('.review-save[data-kind=failed] button').click();
    await page.locator('.review-save[data-kind=saved]').waitFor();
  });

  it('draws a PDF, turns its pages, and shows a JPEG, within the strict policy', async () => {
    const { page, breaches } = await openFirst(harness);
    await page.locator('canvas[data-drawn=true]').waitFor();
    expect(await page.evaluate(inkShare)).toBeGreaterThan(0.002);
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.locator('.viewer-page-of').innerText()).toContain('2 / 3');
    await page.locator('.viewer [role=tab]').nth(1).click();
    await expect
      .poll(() => page.locator('.viewer-image').evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBe(1000);
    const before = await page.locator('.viewer-page').boundingBox();
    await page.keyboard.press('e');
    const turned = await page.locator('.viewer-page').boundingBox();
    expect((before?.width ?? 0) > (before?.height ?? 0)).toBe(true);
    expect((turned?.width ?? 0) < (turned?.height ?? 0)).toBe(true);
    expect(breaches).toEqual([]);
  });

  it('names a scan that is no image, and the rest of the screen works', async () => {
    const { page } = await openFirst(harness);
    for (let tries = 0; tries < 40; tries += 1) {
      const third = page.locator('.viewer [role=tab]').nth(2);
      if (
        (await page.locator('.viewer [role=tab]').count()) > 2 &&
        (await third.locator('.viewer-tab-mark').count()) === 0
      )
        break;
      await page.keyboard.press('n');
      await page.locator('.review-head-title').waitFor();
      await page.waitForTimeout(60);
    }
    await page.locator('.viewer [role=tab]').nth(2).click();
    await page.locator('.viewer-message[data-tone=problem]').waitFor();
    await page.keyboard.press('m');
    await page.keyboard.type('नमूना');
    expect(await remarks(page).inputValue()).toBe('नमूना');
  });
});

async function shownCount(page: Page): Promise<number> {
  const digits = (await page.locator('.queue-count').innerText()).replace(/\D/g, '');
  return digits === '' ? 0 : Number(digits);
}

/** What the search must find, asked of every row one by one. */
async function countByBruteForce(typed: string): Promise<number> {
  interface Row {
    pile: string;
    tokens: string[];
    kioskCode: string;
  }
  const rows = await new Promise<Row[]>((resolve) => {
    const opening = indexedDB.open('desk-read-model');
    opening.onsuccess = () => {
      const reading = opening.result.transaction('requests').objectStore('requests').getAll();
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result as Row[]);
      };
    };
  });
  const code = typed.replace(/\s/g, '').replace(/^के/u, 'K').toUpperCase();
  const isCode = /^K\d+$/.test(code);
  const words = typed.toLowerCase().split(' ');
  return rows.filter(
    (row) =>
      row.pile === 'to-do' &&
      (isCode
        ? row.kioskCode.startsWith(code)
        : words.every((word) => row.tokens.some((token) => token.startsWith(word)))),
  ).length;
}

/** The share of dark pixels on the canvas: an empty page has none. */
function inkShare(): number {
  const canvas = document.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return 0;
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let dark = 0;
  for (let index = 0; index < data.length; index += 4) {
    if ((data[index] ?? 255) < 128) dark += 1;
  }
  return dark / (data.length / 4);
}
