import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../../support/fake-bridge/broken-rules.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { openConflict } from '../../../support/fake-bridge/conflict-views.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

if (missingBrowser !== null) console.warn(`The conflicts' own tests are skipped: ${missingBrowser}`);

const choices = (page: Page) => page.locator('.conflict-choice .button');
const kinds = { decided: 0, held: 1, changed: 2, withdrawn: 3, gone: 4 };

describe.skipIf(missingBrowser !== null)('a decision that came too late, in the window', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  async function open(kind: keyof typeof kinds, language = 'en') {
    const opened = await harness.open(`phase=signed-in&conflicts=1&language=${language}`);
    await opened.page.locator('.queue-row').first().waitFor();
    await openConflict(opened.page, kinds[kind]);
    return opened;
  }

  it.each(['hi', 'en'])('is whole and accessible, whatever happened (%s)', async (language) => {
    const { page, breaches } = await open('decided', language);
    for (const nth of Object.values(kinds)) {
      if (nth > 0) await openConflict(page, nth);
      expect(await clippedTexts(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
    }
    expect(breaches).toEqual([]);
  });

  it('shows both decisions, both officers, when and why, and offers to accept the other one only', async () => {
    const { page } = await open('decided');
    await page.getByText('Sample Second Officer decided this request before your decision').waitFor();
    const [mine, theirs] = [
      page.locator('.conflict-sides .panel').first(),
      page.locator('.conflict-sides .panel').last(),
    ];
    await mine.getByText('Approved').waitFor();
    await mine.getByText('(void)').waitFor();
    await theirs.getByText('Rejected').waitFor();
    await theirs.getByText('The proposed LSP is not eligible', { exact: false }).waitFor();
    await theirs.getByText('Accepted by the server').waitFor();
    expect(await choices(page).allTextContents()).toEqual(['Accept the other decision']);
    await choices(page).first().click();
    await page.getByText('4 decisions could not take effect').waitFor();
    await page.getByText('Acknowledged on').waitFor();
  });

  it('marks what differs and puts it first', async () => {
    const { page } = await open('changed');
    await page.getByText('3 details differ').waitFor();
    const marked = page.locator('.conflict-compare tr[data-changed="true"]');
    expect(await marked.count()).toBe(3);
    const first = page.locator('.conflict-compare tbody tr').first();
    expect(await first.locator('td').allTextContents()).toEqual(['C (today C)', 'C (today B)']);
  });

  it('opens the review again with what was written', async () => {
    const { page } = await open('changed');
    await choices(page).filter({ hasText: 'Decide again' }).click();
    await page.locator('.review-head').waitFor();
    await expect.poll(() => page.locator('.review-dock textarea').inputValue()).toBe('नमूना: सब पूरा है');
    expect(await page.getByText('See both sides').count()).toBe(0);
  });

  it('keeps the decision as a new one, after asking', async () => {
    const { page } = await open('changed');
    await choices(page).filter({ hasText: 'Keep my decision' }).click();
    await page.getByText('3 facts differ from what you decided on.').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.review-decided').getByText('it can still be undone').waitFor();
    await page.getByText('4 decisions could not take effect').waitFor();
  });

  it.each(['hi', 'en'])('holds a kept approval back as any other, and says why (%s)', async (language) => {
    const { page } = await open('changed', `${language}&apart=20`);
    await page.locator('.conflict-held').waitFor();
    const keep = page.locator('.conflict-choice').filter({ has: page.locator('.conflict-held') });
    expect(await keep.locator('.button').isDisabled()).toBe(true);
    expect(await page.locator('.conflict-choice .button:enabled').count()).toBe(2);
    expect(await clippedTexts(page)).toEqual([]);
  });

  it('says so when the choice is not open any more, and records nothing', async () => {
    const { page } = await open('changed');
    await page.evaluate(() => {
      const { desk } = window as unknown as { desk: { fail: (channel: string, error: unknown) => void } };
      desk.fail('conflict.resolve', { kind: 'choice-not-open' });
    });
    await choices(page).first().click();
    await page.getByText('This is not possible any more').waitFor();
    await page.getByText('5 decisions could not take effect').waitFor();
  });

  it('opens from the banner, oldest first, and leads through all of them until nothing is said any more', async () => {
    const { page } = await open('gone');
    expect(await page.getByText('Open the request').count()).toBe(0);
    await page.getByText('no longer with your district', { exact: false }).waitFor();
    for (let left = 5; left > 0; left -= 1) {
      await choices(page).first().click();
      await page.locator('.screen-head').waitFor();
      if (left > 1) await page.locator('.conflict-banner .button').click();
      if (left > 1) await page.locator('.conflict-sides').waitFor();
    }
    await expect.poll(() => page.locator('.conflict-banner').isVisible()).toBe(false);
  });

  it('opens from the queue’s row, and the request from there', async () => {
    const { page } = await harness.open('phase=signed-in&conflicts=1&language=en');
    await page.locator('.queue-row').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('MR/2026/000063');
    await page.keyboard.press('Enter');
    await page.locator('.conflict-sides').waitFor();
    await page.getByText('Open the request').click();
    await page.getByText('See both sides').click();
    await page.locator('.conflict-sides').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.list-table').waitFor();
  });
});
