import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawTexts, seriousViolations } from '../../../support/e2e/screen-faults.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

if (missingBrowser !== null) console.warn(`The transfers' own tests are skipped: ${missingBrowser}`);

async function openTransfers(harness: Harness, language = 'hi'): Promise<{ page: Page; breaches: string[] }> {
  const opened = await harness.open(`phase=signed-in&outbox=1&language=${language}`);
  await opened.page.locator('.queue-row').first().waitFor();
  await opened.page.keyboard.press('Alt+5');
  await opened.page.locator('.transfer-pile').first().waitFor();
  return opened;
}

/** The first one that has differences. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('.transfer-pile tbody tr').first().getByRole('button').click();
  await page.locator('.reconciliation').waitFor();
}

describe.skipIf(missingBrowser !== null)('transfers in the window', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  it('shows a difference of one paisa and of one service, and only them under the filter', async () => {
    const { page } = await openTransfers(harness);
    await openFirst(page);
    const wallet = page.locator('.reconciliation tr', { hasText: 'वॉलेट शेष राशि' });
    expect(await wallet.innerText()).toContain('₹1,23,456.50');
    expect(await wallet.innerText()).toContain('₹1,23,456.49');
    expect(await wallet.innerText()).toContain('−₹0.01');
    expect(await wallet.innerText()).toContain('अंतर');
    await page.getByText('केवल अंतर').click();
    const verdicts = await page.locator('.reconciliation .badge').allInnerTexts();
    expect(new Set(verdicts)).toEqual(new Set(['अंतर']));
    expect(await page.locator('.reconciliation tr[data-verdict=differs]').count()).toBe(3);
  });

  it('wants a reason, acknowledges the chosen difference, then the rest, and says what is unsent', async () => {
    const { page, breaches } = await openTransfers(harness);
    await openFirst(page);
    await page.getByRole('checkbox', { name: 'चुनें: वॉलेट शेष राशि' }).check();
    await page.getByRole('button', { name: 'चुने हुए 1 अंतर का संज्ञान लें' }).click();
    await page.getByRole('button', { name: 'संज्ञान दर्ज करें' }).click();
    await page.getByText('कारण लिखें।').waitFor();
    await page.getByRole('alertdialog').getByRole('textbox').fill('नमूना: पूर्णांकन');
    await page.getByRole('button', { name: 'संज्ञान दर्ज करें' }).click();
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await page.getByText('2 अंतर मिले').waitFor();
    await page.getByText('नमूना: पूर्णांकन').waitFor();
    await page.getByRole('button', { name: 'सभी 2 अंतरों का संज्ञान लें' }).click();
    await page.getByRole('alertdialog').getByRole('textbox').fill('नमूना: सर्वर को लिखा');
    await page.getByRole('button', { name: 'संज्ञान दर्ज करें' }).click();
    await page.getByText('3 अंतरों का संज्ञान लिया जा चुका है').waitFor();
    await page.getByText('2 प्रविष्टियों पर सर्वर का उत्तर शेष').waitFor();
    expect(await page.getByRole('checkbox', { name: /^चुनें/ }).count()).toBe(0);
    expect(breaches).toEqual([]);
  });

  it('keeps the reason when it could not be recorded', async () => {
    const { page } = await openTransfers(harness);
    await openFirst(page);
    await page.getByRole('button', { name: 'सभी 3 अंतरों का संज्ञान लें' }).click();
    await page.evaluate(() => {
      (window as unknown as { desk: { fail: (channel: string, error: unknown) => void } }).desk.fail(
        'transfer.acknowledge',
        { kind: 'disk-full' },
      );
    });
    const reason = page.getByRole('alertdialog').getByRole('textbox');
    await reason.fill('नमूना');
    await page.getByRole('button', { name: 'संज्ञान दर्ज करें' }).click();
    await page.getByRole('alertdialog').getByRole('alert').waitFor();
    expect(await reason.inputValue()).toBe('नमूना');
  });

  it('records a follow-up as done, with its note', async () => {
    const { page } = await openTransfers(harness);
    await openFirst(page);
    await page.getByRole('button', { name: 'हो गया: बैनर पर नए एलएसपी का लोगो' }).click();
    await page.keyboard.type('नमूना: बैनर देखा');
    await page.getByRole('button', { name: 'पूरा हुआ दर्ज करें' }).click();
    await page.locator('.transfer-follow-ups li[data-done=true]', { hasText: 'नमूना: बैनर देखा' }).waitFor();
  });

  it('names each failure and what to do, and goes back by Escape', async () => {
    const { page } = await openTransfers(harness);
    const failed = page.locator('.transfer-pile').nth(1).locator('tbody tr');
    const reasons = new Set(await failed.locator('.state-words').allInnerTexts());
    expect(reasons.size).toBe(6);
    await failed.first().getByRole('button').click();
    await page.locator('.transfer-detail .banner.bad').waitFor();
    expect(await page.locator('.reconciliation').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('.transfer-pile').first().waitFor();
  });

  it('is reached from the decided review', async () => {
    const { page } = await openTransfers(harness);
    await openFirst(page);
    await page.getByRole('button', { name: 'अनुरोध खोलें' }).click();
    await page.locator('.review-decided').getByRole('button', { name: 'हस्तांतरण देखें' }).click();
    await page.locator('.reconciliation').waitFor();
  });

  it.each(['hi', 'en'])('is accessible, whole and in words (%s)', async (language) => {
    const { page, breaches } = await openTransfers(harness, language);
    const check = async (where: string) => {
      expect(await seriousViolations(page), where).toEqual([]);
      expect(await clippedTexts(page), where).toEqual([]);
      expect(await rawTexts(page), where).toEqual([]);
    };
    await check('list');
    await openFirst(page);
    await check('detail');
    await page.locator('.transfer-acknowledge button').nth(1).click();
    await page.getByRole('alertdialog').waitFor();
    await check('dialog');
    expect(breaches).toEqual([]);
  });
});
