import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../../support/fake-bridge/broken-rules.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

describe.skipIf(missingBrowser !== null)('the screen of a desk that leaves its district', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(() => harness.close());

  it.each(['hi', 'en'])('in %s: sending, and nothing of the district beside it', async (language) => {
    const { page, breaches } = await harness.open(`phase=leaving&outbox=1&language=${language}`);
    await page.locator('.leave-steps').waitFor();
    expect(await page.locator('.leave-steps [aria-current=step]').count()).toBe(1);
    expect(await page.locator('.navigation, .header, .sync-strip').count()).toBe(0);
    expect(await page.locator('.list-table tbody tr').count()).toBe(8);
    expect(await clippedTexts(page)).toEqual([]);
    expect(await brokenRules(page)).toEqual([]);
    expect(breaches).toEqual([]);
  });

  it('writes to a stick, reads the answer in and saves the record, each with a word about it', async () => {
    const { page } = await harness.open('phase=leaving&outbox=1&language=en');
    await page.getByRole('button', { name: 'Write to USB stick' }).click();
    await page.getByText('is on the stick').waitFor();
    await page.getByRole('button', { name: 'Read the answer in' }).click();
    await page.getByText('The file was taken in').waitFor();
    await page.getByRole('button', { name: 'Print the record' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Print' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Save the record' }).click();
    await page.getByText('Saved as signed-record').waitFor();
  });

  it('says at the end what was removed, what got no answer and what stays; no more sending is offered', async () => {
    const { page } = await harness.open('phase=leaving&outbox=1&leave=done&language=en');
    await page.getByText('This computer has left Jaipur district').waitFor();
    await page.getByText('signed items got no answer in time').waitFor();
    expect(await page.getByRole('button', { name: 'Send now' }).count()).toBe(0);
    expect(await page.locator('.leave-steps .behind').count()).toBe(3);
  });

  it('is shown at once when the order comes to a desk that works', async () => {
    const { page } = await harness.open('phase=signed-in&outbox=1&language=en');
    await page.locator('.sync-strip').waitFor();
    await page.evaluate(() => {
      const { desk } = window as unknown as {
        desk: {
          call: (channel: string) => Promise<{ value: object }>;
          emit: (event: string, payload: unknown) => void;
        };
      };
      void desk.call('app.state').then(({ value }) => {
        desk.emit('state', { ...value, phase: 'leaving' });
      });
    });
    // The page is reloaded, so that nothing of the district is left in it.
    await page.waitForEvent('load');
  });
});
