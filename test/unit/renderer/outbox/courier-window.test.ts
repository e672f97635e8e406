import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../../support/fake-bridge/broken-rules.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { courierViews, openCourier } from '../../../support/fake-bridge/courier-views.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

describe.skipIf(missingBrowser !== null)('the courier screen', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(() => harness.close());

  it.each(['hi', 'en'])(
    'in %s: steps, both ways done, a second reading says so, nothing is cut',
    async (language) => {
      const { page, breaches } = await harness.open(`phase=signed-in&outbox=1&language=${language}`);
      await page.locator('.sync-strip').waitFor();
      await courierViews['courier-done']?.act(page);
      expect(await page.locator('.courier-steps li').count()).toBe(6);
      expect(await page.locator('.courier-ways .banner.good').count()).toBe(2);
      expect(await clippedTexts(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      await page.locator('.courier-ways .button.primary').last().click();
      await page.locator('.courier-ways .banner.info').waitFor();
      expect(breaches).toEqual([]);
    },
  );

  it('says that nothing can be sealed before the file was answered, and that it can be after', async () => {
    const { page } = await harness.open('phase=signed-in&outbox=1&language=hi&doubt=1');
    await page.locator('.sync-strip').waitFor();
    await openCourier(page);
    expect(await page.locator('.courier-ways .banner.warn').innerText()).toContain('मोहरबंद नहीं हो सकता');
    await page.locator('.courier-ways .button.primary').last().click();
    await page.getByText('निर्णय फिर से मोहरबंद हो सकते हैं').waitFor();
  });

  it('says by name why a file is refused, and whose it is', async () => {
    const { page } = await harness.open('phase=signed-in&outbox=1&language=en');
    await page.locator('.sync-strip').waitFor();
    await courierViews['courier-refused']?.act(page);
    await page.getByText('This file is for another office: Sri Ganganagar').waitFor();
    await page.getByText('The stick is full').waitFor();
  });

  it('leads back to the outbox, which keeps its entry', async () => {
    const { page } = await harness.open('phase=signed-in&outbox=1&language=en');
    await page.locator('.sync-strip').waitFor();
    await openCourier(page);
    expect(await page.locator('.navigation button[aria-current=page]').innerText()).toContain('Outbox');
    await page.locator('.screen-head .button').click();
    await page.locator('.list-table').waitFor();
  });
});
