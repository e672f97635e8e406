import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

describe.skipIf(missingBrowser !== null)('the PC’s clock on the strip', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(() => harness.close());

  it.each([
    ['en', 'skew=-192', '3 h 12 min slow'],
    ['en', 'skew=1500', '1 d 1 h fast'],
    ['hi', 'skew=-192', '3 घंटे 12 मिनट पीछे'],
    ['en', 'unsure=1', 'date not confirmed'],
    ['hi', 'skew=13000&unsure=1', 'दिनांक सर्वर से पक्का नहीं'],
  ])('in %s, %s: says %s, and nothing is cut', async (language, query, words) => {
    const { page } = await harness.open(`phase=signed-in&outbox=1&language=${language}&${query}`);
    await page.locator('.sync-strip').getByText(words).waitFor();
    expect(await clippedTexts(page)).toEqual([]);
  });

  it('says nothing where the clock is right', async () => {
    const { page } = await harness.open('phase=signed-in&outbox=1&language=en');
    await page.locator('.sync-state').waitFor();
    expect(await page.locator('.sync-strip').innerText()).not.toMatch(/clock|confirmed/);
  });
});
