import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakePassword } from '../../../support/fake-bridge/fake-handlers.ts';
import { brokenRules } from '../../../support/fake-bridge/broken-rules.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

if (missingBrowser !== null) console.warn(`The sign-off's own tests are skipped: ${missingBrowser}`);

const rows = (page: Page) => page.locator('.sign-off-table tbody tr');
const password = (page: Page) => page.locator('section.dialog input[type=password]');

describe.skipIf(missingBrowser !== null)("the day's sign-off in the window", () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  async function openSignOff(query = 'signoff=1&language=en') {
    const opened = await harness.open(`phase=signed-in&${query}`);
    await opened.page.locator('.queue-row').first().waitFor();
    await opened.page.keyboard.press('Alt+9');
    await rows(opened.page).first().waitFor();
    return opened;
  }

  it.each(['hi', 'en'])(
    'is whole and accessible, with its dialog and both limits reached (%s)',
    async (language) => {
      const { page, breaches } = await openSignOff(`signoff=1&apart=20&language=${language}`);
      await page.locator('.limit-banner').nth(2).waitFor();
      expect(await rows(page).count()).toBe(5);
      expect(await clippedTexts(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      await page.keyboard.press('Control+Enter');
      await password(page).waitFor();
      expect(await clippedTexts(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Alt+3');
      await page.locator('.screen-narrow').waitFor();
      expect(await clippedTexts(page)).toEqual([]);
      expect(await brokenRules(page)).toEqual([]);
      expect(breaches).toEqual([]);
    },
  );

  it('signs off by keyboard alone: a tick taken away, a wrong password, then the right one', async () => {
    const { page } = await openSignOff();
    await rows(page).nth(1).getByRole('checkbox').focus();
    await page.keyboard.press('Space');
    await page.getByText('Chosen: Approved 2 · Returned with an objection 1 · On hold 1').waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => password(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Type your password.').waitFor();
    await page.keyboard.type('not this one');
    await page.keyboard.press('Enter');
    await page.getByText('The password is not right').waitFor();
    expect(await rows(page).count()).toBe(5);
    await page.keyboard.type(fakePassword);
    await page.keyboard.press('Enter');
    await page.getByText('4 decisions signed off; they leave as soon as there is a link').waitFor();
    await expect.poll(() => rows(page).count()).toBe(1);
  });

  it('signs once, however often Enter is pressed', async () => {
    const { page } = await openSignOff();
    await page.keyboard.press('Control+Enter');
    await password(page).fill(fakePassword);
    await password(page).evaluate((field: HTMLInputElement) => {
      field.form?.requestSubmit();
      field.form?.requestSubmit();
    });
    await page.getByText('5 decisions signed off').waitFor();
    await page.getByText('Nothing to sign off').waitFor();
  });

  it('undoes a line, and names what was undone after the password was asked for', async () => {
    const { page } = await openSignOff();
    await rows(page).first().getByRole('button').click();
    await expect.poll(() => rows(page).count()).toBe(4);
    await page.keyboard.press('Control+Enter');
    await password(page).fill(fakePassword);
    await page.evaluate(async () => {
      const { desk } = window as unknown as {
        desk: { call: (name: string, input?: unknown) => Promise<unknown> };
      };
      const list = (await desk.call('signOff.list')) as { value: { decisionId: string }[] };
      await desk.call('decision.undo', { decisionId: list.value[0]?.decisionId });
    });
    await page.keyboard.press('Enter');
    await page.getByText('3 decisions signed off').waitFor();
    await page.getByText('1 decision was undone meanwhile and is not signed').waitFor();
  });

  it('closes approving in the dock while approvals are held, and says why; the others stay open', async () => {
    const { page } = await harness.open('phase=signed-in&apart=16&language=en');
    await page.locator('.queue-row').first().waitFor();
    await page.getByText('No data came from the server for 16 days: new approvals are held.').waitFor();
    await page.keyboard.press('Enter');
    const outcome = (name: string) => page.locator(`.review-outcome[data-outcome="${name}"]`);
    await outcome('approve').waitFor();
    expect(await outcome('approve').isDisabled()).toBe(true);
    expect(await outcome('reject').isDisabled()).toBe(false);
    await page.getByText('approvals are held', { exact: false }).last().waitFor();
    await page.keyboard.press('a');
    expect(await page.locator('section.dialog').count()).toBe(0);
  });

  it('says nothing of limits while all is well', async () => {
    const { page } = await harness.open('phase=signed-in&language=en');
    await page.locator('.queue-row').first().waitFor();
    expect(await page.locator('.limit-banner').count()).toBe(0);
  });
});
