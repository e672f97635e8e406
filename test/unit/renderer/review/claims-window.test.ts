import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../../support/fake-bridge/broken-rules.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

if (missingBrowser !== null) console.warn(`The claims' own tests are skipped: ${missingBrowser}`);

describe.skipIf(missingBrowser !== null)('what another desk works on, in the window', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  it.each([
    ['hi', 'इस पर कार्य कर रहे हैं'],
    ['en', 'Sample Second Officer is working on this until'],
  ])('stands in the row and over the review, which goes on all the same (%s)', async (language, words) => {
    const { page, breaches } = await harness.open(`phase=signed-in&claims=1&language=${language}`);
    const row = page.locator('.queue-row', { has: page.locator('.queue-claim') }).first();
    expect(await row.locator('.queue-claim').getAttribute('title')).toContain(words);
    await row.dblclick();
    await page.locator('.claim-line').getByText(words, { exact: false }).waitFor();
    expect(await clippedTexts(page)).toEqual([]);
    expect(await brokenRules(page)).toEqual([]);
    expect(await page.locator('.review-outcome[data-outcome="hold"]').isEnabled()).toBe(true);
    expect(breaches).toEqual([]);
  });

  it('is asked for when a review opens, given back when it is left, and never asked for what is closed', async () => {
    const { page } = await harness.open('phase=signed-in&language=en');
    await page.locator('.queue-row').first().waitFor();
    await page.evaluate(() => {
      interface Watched {
        desk: { call: (name: string, input?: unknown) => Promise<unknown> };
        asked: string[];
      }
      const watched = window as unknown as Watched;
      const { call } = watched.desk;
      watched.asked = [];
      watched.desk.call = (name, input) => {
        if (name === 'claim.hold' || name === 'claim.release') watched.asked.push(name);
        return call(name, input);
      };
    });
    /** React runs effects twice while it looks for faults: what counts is what stands. */
    const standing = () =>
      page.evaluate(() => {
        const { asked } = window as unknown as { asked: string[] };
        const count = (name: string) => asked.filter((each) => each === name).length;
        return { held: count('claim.hold') - count('claim.release'), last: asked.at(-1) };
      });
    await page.keyboard.press('Enter');
    await expect.poll(standing).toEqual({ held: 1, last: 'claim.hold' });
    await page.locator('.review-outcome').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(standing).toEqual({ held: 0, last: 'claim.release' });
    await page.locator('.queue-row').first().waitFor();
    await page.evaluate(() => {
      (window as unknown as { asked: string[] }).asked = [];
    });
    await page.keyboard.press('3');
    await page.locator('.queue-pile[aria-pressed="true"]', { hasText: 'Done' }).waitFor();
    await page.locator('.queue-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.review-decided').waitFor();
    expect(await standing()).toEqual({ held: 0, last: undefined });
  });

  it('says nothing while nobody else works on anything', async () => {
    const { page } = await harness.open('phase=signed-in&language=en');
    await page.locator('.queue-row').first().waitFor();
    expect(await page.locator('.queue-claim').count()).toBe(0);
  });
});
