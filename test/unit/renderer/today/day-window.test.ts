import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

if (missingBrowser !== null) console.warn(`The window's own tests are skipped: ${missingBrowser}`);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules of WCAG 2.1 A and AA that the page breaks now. */
async function brokenRules(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    interface Axe {
      run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    }
    const { axe: engine } = window as unknown as { axe: Axe };
    const { violations } = await engine.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
}

/** What lies beyond the right edge, or is cut by a box that hides what overflows it. */
async function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.navigation button, .screen *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}

async function openAt(
  harness: Harness,
  query: string,
  key: string,
): Promise<{ page: Page; breaches: string[] }> {
  const opened = await harness.open(`phase=signed-in&${query}`);
  await opened.page.locator('.shell').waitFor();
  await opened.page.keyboard.press(key);
  return opened;
}

describe.skipIf(missingBrowser !== null)("the office's day in the window", () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  it.each(['hi', 'en'])(
    'shows the day, the reports, each part of the office data and the settings whole and accessible (%s)',
    async (language) => {
      const { page, breaches } = await openAt(harness, `notices=1&outbox=1&language=${language}`, 'Alt+6');
      await page.locator('.late-table').waitFor();
      expect(await clipped(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      await page.keyboard.press('Alt+7');
      await page.locator('.report-section').last().waitFor();
      expect(await clipped(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      await page.keyboard.press('Alt+8');
      for (const tab of await page.getByRole('tab').all()) {
        await tab.click();
        expect(await clipped(page)).toEqual([]);
        expect(await brokenRules(page)).toEqual([]);
      }
      await page.keyboard.press('Alt+3');
      await page.locator('.panel').nth(3).waitFor();
      expect(await clipped(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      expect(breaches).toEqual([]);
    },
    120_000,
  );

  it('has room for every entry of the navigation', async () => {
    const { page } = await openAt(harness, 'language=hi', 'Alt+6');
    const bottom = await page
      .locator('.navigation button')
      .last()
      .evaluate((button) => button.getBoundingClientRect().bottom);
    const end = await page.locator('.sync-strip').evaluate((strip) => strip.getBoundingClientRect().top);
    expect(await page.locator('.navigation button').count()).toBe(8);
    expect(bottom).toBeLessThanOrEqual(end);
  });

  it('tells of the windows on every screen until each is seen, a few at a time', async () => {
    const { page, breaches } = await harness.open('phase=signed-in&notices=1&language=en');
    await page.getByText('The migration window closes on 30/11/2026').waitFor();
    expect(await page.locator('.window-notice').count()).toBe(2);
    for (const key of ['Alt+2', 'Alt+3', 'Alt+6', 'Alt+8']) {
      await page.keyboard.press(key);
      expect(await page.locator('.window-notice').count()).toBe(2);
    }
    await page.getByRole('button', { name: '2 more notices' }).click();
    expect(await page.locator('.window-notice').count()).toBe(4);
    for (let left = 3; left >= 0; left -= 1) {
      await page
        .getByRole('button', { name: /^Seen:/ })
        .first()
        .click();
      await expect.poll(async () => page.locator('.window-notice').count()).toBe(left);
    }
    expect(breaches).toEqual([]);
  });

  it('opens a late request by keyboard alone', async () => {
    const { page } = await openAt(harness, 'language=en', 'Alt+6');
    const rows = page.locator('.late-table [data-row]');
    await rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const wanted = await rows.nth(2).textContent();
    expect(await rows.nth(2).evaluate((row) => row === document.activeElement)).toBe(true);
    expect(await page.locator('.late-table [tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.locator('.late-table').waitFor({ state: 'detached' });
    await page
      .getByText(wanted ?? '')
      .first()
      .waitFor();
  });

  it('refuses impossible dates of a report in words, and says what came of saving', async () => {
    const { page } = await openAt(harness, 'language=en', 'Alt+7');
    await page.getByRole('button', { name: 'Save as CSV' }).click();
    await page.getByText('Saving was cancelled').waitFor();
    await page.getByRole('button', { name: 'Save as XLSX' }).click();
    await page.getByText(/namuna-report-.*\.xlsx/).waitFor();
    await page.getByRole('button', { name: /This month/ }).click();
    await page.getByRole('option', { name: 'Own dates' }).click();
    await page.getByRole('textbox', { name: 'From' }).fill('31/02/2026');
    await page.getByRole('textbox', { name: 'To' }).fill('01/01/2026');
    await page.keyboard.press('Enter');
    await page.getByText('There is no such day').waitFor();
    await page.getByRole('textbox', { name: 'From' }).fill('01/01/2019');
    await page.getByRole('textbox', { name: 'To' }).fill('31/01/2019');
    await page.keyboard.press('Enter');
    await page.getByText('In this period nothing was received').waitFor();
  });

  it('adds and removes a local holiday, and keeps what was typed when it is refused', async () => {
    const { page } = await openAt(harness, 'language=en', 'Alt+8');
    await page.getByRole('tab').last().click();
    const date = page.getByLabel(/^Date/);
    const name = page.getByLabel(/^Name of the holiday \(हिन्दी\)/);
    await date.fill('31/04/2026');
    await name.fill('नमूना मेला');
    await page.keyboard.press('Enter');
    await page.getByText('There is no such day').waitFor();
    await date.fill('25/12/2026');
    await page.keyboard.press('Enter');
    await page.getByText('25/12/2026').waitFor();
    expect(await name.inputValue()).toBe('नमूना मेला');
    await date.fill('26/11/2026');
    await page.keyboard.press('Enter');
    await page.getByRole('cell', { name: '26/11/2026, नमूना मेला' }).waitFor();
    await page.getByRole('button', { name: 'Remove: Local holiday' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('cell', { name: '26/11/2026, नमूना मेला' }).waitFor({ state: 'detached' });
  });
});
