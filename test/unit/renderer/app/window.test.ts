import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakePassword } from '../../../support/fake-bridge/fake-handlers.ts';
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
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
    const { violations } = await engine.run({ runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160) ?? ''}`);
  });
}

/** How far the page's content reaches beyond the window: nothing may be cut at 1366×768. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

async function rowCount(page: Page): Promise<number> {
  return page.evaluate(
    async () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('desk-read-model');
        opening.onerror = () => {
          reject(new Error('The read model does not open'));
        };
        opening.onsuccess = () => {
          const counting = opening.result.transaction('requests').objectStore('requests').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

describe.skipIf(missingBrowser !== null)('the window under its strict policy', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  it('enrols: faults at their fields, the key shown once, the queue after it', async () => {
    const { page, breaches } = await harness.open('phase=not-enrolled');
    await page.locator('.gate-card').waitFor();
    const [, code, password, repeat] = await page.getByRole('textbox').all();
    await page.keyboard.press('Enter');
    await page.getByText('सक्रियण कोड लिखें।').waitFor();
    await code?.fill('X-1');
    await password?.fill(fakePassword);
    await repeat?.fill(fakePassword);
    await page.keyboard.press('Enter');
    await page.getByText('सक्रियण कोड सही नहीं है').waitFor();
    expect(await password?.inputValue()).toBe(fakePassword);
    await code?.fill('NAMUNA-1');
    await page.keyboard.press('Enter');
    await page.locator('.recovery-key').waitFor();
    const goOn = page.getByRole('button', { name: 'काम शुरू करें' });
    expect(await goOn.isDisabled()).toBe(true);
    expect(await brokenRules(page)).toEqual([]);
    await page.getByText('मैंने कुंजी लिख ली है').click();
    await goOn.click();
    await page.locator('.shell').waitFor();
    expect(await page.getByText('NMNA-').count()).toBe(0);
    expect(breaches).toEqual([]);
  });

  it('signs in: a wrong password is said at the field and focus stays', async () => {
    const { page, breaches } = await harness.open('phase=signed-out');
    await page.getByRole('textbox', { name: 'पासवर्ड' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('पासवर्ड लिखें।').waitFor();
    await page.keyboard.type('kuchh aur');
    await page.keyboard.press('Enter');
    await page.getByText('पासवर्ड सही नहीं है').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.type(fakePassword);
    await page.keyboard.press('Enter');
    await page.locator('.shell').waitFor();
    expect(breaches).toEqual([]);
  });

  it.each(['missing-key', 'damaged-key', 'keyring-changed', 'cannot-decrypt', 'newer-vault'])(
    'names the vault problem %s and says that nothing was deleted',
    async (problem) => {
      const { page } = await harness.open(`phase=signed-out&problem=${problem}`);
      await page.getByRole('alert').getByText('कुछ भी मिटाया नहीं गया है').waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('alert').getByText('Nothing was deleted').waitFor();
    },
  );

  it('keeps what is typed when the language changes', async () => {
    const { page } = await harness.open('phase=not-enrolled');
    const code = page.getByRole('textbox').nth(1);
    await code.fill('NAMUNA-77');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Enrol this computer').waitFor();
    expect(await code.inputValue()).toBe('NAMUNA-77');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  it('lets React Aria speak the language of the moment', async () => {
    const { page: desk } = await harness.open('phase=signed-in');
    await desk.locator('.shell').waitFor();
    await desk.keyboard.press('Alt+3');
    await desk.getByRole('button', { name: 'बढ़ाएँ सिंक का अंतराल' }).waitFor();
    await desk.getByRole('button', { name: 'English' }).click();
    await desk.getByRole('button', { name: 'Increase Sync interval' }).waitFor();
  });

  it('fills the read model in pages, and deletes it when locked', async () => {
    const { page, breaches } = await harness.open('phase=signed-in&rows=1234');
    await page.locator('.shell').waitFor();
    await expect.poll(async () => rowCount(page), { timeout: 15_000 }).toBe(1234);
    await expect.poll(async () => page.locator('.shell-fill').count(), { timeout: 15_000 }).toBe(0);
    const reloaded = page.waitForEvent('load');
    await page.keyboard.press('Control+l');
    await reloaded;
    expect(breaches).toEqual([]);
  });

  it.each(['hi', 'en'])(
    'shows each screen whole, accessible and without a breach (%s)',
    async (language) => {
      const { page, breaches } = await harness.open(`phase=signed-in&outbox=1&language=${language}`);
      await page.locator('.shell').waitFor();
      for (const key of ['Alt+2', 'Alt+3', 'F1']) {
        await page.keyboard.press(key);
        await page.waitForTimeout(300);
        expect(await overflow(page), key).toBeLessThanOrEqual(0);
        expect(await brokenRules(page), key).toEqual([]);
      }
      await page.keyboard.press('Escape');
      await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
      expect(breaches).toEqual([]);
    },
    60_000,
  );

  it('undoes and seals from the outbox, and says what the server answered', async () => {
    const { page, breaches } = await harness.open('phase=signed-in&outbox=1&language=en');
    await page.locator('.shell').waitFor();
    await page.keyboard.press('Alt+2');
    await page.getByText('Why: the request is not of your district').waitFor();
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    await page.getByText('The decision was undone').waitFor();
    await page.getByRole('button', { name: 'Seal and send 1 decision' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Seal' }).click();
    await page.getByText('1 decision is sealed').waitFor();
    await page.getByRole('button', { name: 'Receipt' }).click();
    await page.getByRole('dialog').getByText('4711').waitFor();
    expect(breaches).toEqual([]);
  });

  it('never says "synced" while something is open', async () => {
    const { page } = await harness.open('phase=signed-in&outbox=1&language=en');
    await page.getByRole('button', { name: 'Sync now' }).click();
    await page.getByText(/In contact; waiting: \d/).waitFor();
    expect(await page.getByText('Everything is synced').count()).toBe(0);
    const { page: clean } = await harness.open('phase=signed-in&language=en');
    await clean.getByRole('button', { name: 'Sync now' }).click();
    await clean.getByText('Everything is synced').waitFor();
  });
});
