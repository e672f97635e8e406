import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../../support/fake-bridge/broken-rules.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

if (missingBrowser !== null) console.warn(`The outbox's own tests are skipped: ${missingBrowser}`);

const rows = (page: Page) => page.locator('.list-table tbody tr');
const choice = (page: Page, name: string) => page.locator('.state-choice').filter({ hasText: name });

describe.skipIf(missingBrowser !== null)('the outbox, item by item', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  async function openOutbox(query: string, at?: string) {
    const opened = await harness.open(`phase=signed-in&${query}`, at);
    await opened.page.locator('.queue-row').first().waitFor();
    await opened.page.keyboard.press('Alt+2');
    await opened.page.locator('.sync-facts').waitFor();
    return opened;
  }

  it.each(['hi', 'en'])('is whole and accessible in each of its lists (%s)', async (language) => {
    const { page, breaches } = await openOutbox(`outbox=1&language=${language}`);
    for (let tab = 0; tab < 5; tab += 1) {
      await page.getByRole('tab').nth(tab).click();
      await rows(page).first().waitFor();
      expect(await clippedTexts(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
    }
    expect(breaches).toEqual([]);
  });

  it('shows what stands how, why and until when, and tries one again by hand', async () => {
    const { page } = await openOutbox('outbox=1&language=en');
    await page.getByText('5 items did not get through').waitFor();
    await page.getByRole('tab').nth(2).click();
    await choice(page, 'Parked').click();
    await expect.poll(() => rows(page).count()).toBe(3);
    await rows(page).first().getByText('its fingerprint does not match').waitFor();
    await rows(page).first().getByText('3 attempts').waitFor();
    await rows(page).first().getByRole('button', { name: 'Try now' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByText('4 items did not get through').waitFor();
    await page.getByRole('button', { name: 'Try all now' }).click();
    await page.getByText('Nothing stands so now.').waitFor();
    await choice(page, 'All').click();
    await rows(page).first().waitFor();
  });

  it.each([
    ['in the afternoon', 'hi', '2026-11-27T09:30:00.000Z'],
    ['in the afternoon', 'en', '2026-11-27T09:30:00.000Z'],
    ['after midnight, the last contact with its date', 'hi', '2026-11-27T19:00:00.000Z'],
    ['after midnight, the last contact with its date', 'en', '2026-11-27T19:00:00.000Z'],
  ])('keeps the foot of the screen low, with all that it counts: %s (%s)', async (when, language, at) => {
    const { page } = await openOutbox(`outbox=1&language=${language}`, at);
    const foot = page.locator('.sync-strip');
    const hasDate = (await foot.locator('.sync-times').innerText()).includes('27/11/2026');
    expect(hasDate).toBe(when.startsWith('after midnight'));
    expect(await foot.locator('.sync-counts li').count()).toBe(8);
    expect(await foot.evaluate((strip) => strip.clientHeight)).toBeLessThan(50);
    expect(await clippedTexts(page)).toEqual([]);
  });

  it('names what a person must do, leads there, and counts in one way everywhere', async () => {
    const { page } = await openOutbox('outbox=1&language=en');
    await page.getByRole('tab', { name: 'Scans to come (7)' }).waitFor();
    await page.locator('.sync-facts').getByText('7 (1 by hand)').waitFor();
    await page.locator('.sync-counts').getByText('6 scans').waitFor();
    await page.locator('.sync-counts').getByText('5 parked').waitFor();
    await page.locator('.sync-counts').getByText('1 by hand').waitFor();
    const needed = page.locator('.needed-list > li');
    // Of the parked ones three are named; the list has them all.
    await needed.filter({ hasText: 'parked' }).getByRole('button', { name: '2 more' }).click();
    await expect.poll(() => rows(page).count()).toBe(3);
    const [refused, conflicted] = [
      needed.filter({ hasText: 'refused' }),
      needed.filter({ hasText: 'conflict' }),
    ];
    await refused.getByRole('button', { name: 'Open MR/2026/000026' }).click();
    await page.locator('.review-head').waitFor();
    await page.keyboard.press('Alt+2');
    await conflicted.getByRole('button', { name: 'Open MR/2026/000020' }).click();
    await page.locator('.conflict-sides').waitFor();
  });

  it('lists what is not sealed yet with when it will be, and takes a stale notice away', async () => {
    const { page } = await openOutbox('outbox=1&language=en');
    await choice(page, 'Not sealed yet').click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await rows(page).first().getByText('Sealed by itself at').waitFor();
    await page.getByRole('button', { name: 'Seal and send all 2' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Seal' }).click();
    await page.getByText('2 decisions are sealed').waitFor();
    // The pointer on it keeps a notice from going by itself.
    await page.locator('.notice').hover();
    await page.keyboard.press('Alt+S');
    await page.getByText('The server accepted 2 decisions').waitFor();
    expect(await page.getByText('2 decisions are sealed').count()).toBe(0);
  });

  it.each(['hi', 'en'])('says whether the server’s signature was checked (%s)', async (language) => {
    const { page } = await openOutbox(`outbox=1&language=${language}`);
    const receipt = page.getByRole('button', { name: /^(पावती|Receipt)$/ });
    await receipt.click();
    await page.locator('.dialog .banner.good').getByText('c4c4').waitFor();
    expect(await clippedTexts(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => {
      const { desk } = window as unknown as { desk: { call: (name: string, input: unknown) => unknown } };
      const { call } = desk;
      const value = { isProven: false, keySha256: 'c4', checkedAt: '2026-11-27T09:30:00.000Z' };
      desk.call = (name, input) => (name === 'outbox.receipt' ? { ok: true, value } : call(name, input));
    });
    await receipt.click();
    await page.locator('.dialog .banner.bad').waitFor();
    expect(await page.locator('.dialog .banner.good').count()).toBe(0);
  });

  it('draws the first hundred of ten thousand, and more when they are asked for', async () => {
    const { page } = await openOutbox('outbox=1&scans=10000&language=en');
    await page.getByRole('tab').nth(2).click();
    await page.getByText('100 of 10,007 are shown').waitFor();
    expect(await rows(page).count()).toBe(100);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => rows(page).count()).toBe(200);
  });

  it('has no banner while nobody must act', async () => {
    const { page } = await openOutbox('language=en');
    expect(await page.locator('main .banner').count()).toBe(0);
  });

  it.each([
    ['hour', 'hi', /^इस घंटे की डेटा सीमा/],
    ['day', 'hi', /^आज की डेटा सीमा/],
    ['hour', 'en', /^The data limit of this hour/],
    ['day', 'en', /^The data limit of today/],
  ])(
    'says which data limit is used up and until when scans wait, and goes past it (%s, %s)',
    async (span, language, words) => {
      const { page } = await openOutbox(`limit=${span}&language=${language}`);
      const line = page.locator('.limit-line');
      await line.getByText(words).waitFor();
      expect(await clippedTexts(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      await line.getByRole('button').click();
      await line.waitFor({ state: 'detached' });
    },
  );

  it.each(['hi', 'en'])('asks about a large pull, and tells what was chosen (%s)', async (language) => {
    const { page } = await openOutbox(`pull=large&language=${language}`);
    const line = page.locator('.pull-line');
    await line.getByText(/9,840/).waitFor();
    expect(await clippedTexts(page)).toEqual([]);
    expect(await brokenRules(page)).toEqual([]);
    await line.getByRole('button').nth(1).click();
    // Now: all, on other days too, back to normal.
    await expect.poll(() => line.getByText(/3,004/).count()).toBe(1);
    await line.getByRole('button').last().click();
    await line.getByText(/9,840/).waitFor();
  });

  it('keeps a data limit that is typed in the settings', async () => {
    const { page } = await openOutbox('language=en');
    await page.keyboard.press('Alt+3');
    await page.getByRole('textbox', { name: 'In an hour' }).fill('5');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Settings saved').waitFor();
    const kept = await page.evaluate(async () => {
      const { desk } = window as unknown as { desk: { call: (name: string) => Promise<{ value: unknown }> } };
      return (await desk.call('settings.read')).value;
    });
    expect(kept).toMatchObject({ hourMegabytes: 5, dayMegabytes: 0 });
  });
});
