import type { Page } from 'playwright-core';

const byHand = /^(यह प्रॉक्सी|This proxy)/;
const trial = /^(कनेक्शन जाँचें|Test the connection)$/;
const add = /^(फ़ाइल से जोड़ें|Add from a file)$/;
const accept = /^(मिल गई|It is the same)/;

async function fill(page: Page): Promise<void> {
  await page.getByText(byHand).click();
  await page.getByLabel(/^(प्रॉक्सी का पता|Address of the proxy)/).fill('proxy.sample.in:3128');
}

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Alt+3');
  await page.locator('.network-authorities').waitFor();
}

async function show(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().scrollIntoViewIfNeeded();
}

/** The road to the server: before the enrolment, in the settings, tried in vain and well, an authority to compare. */
export const networkViews: Record<string, { query: string; act: (page: Page) => Promise<void> }> = {
  'network-enrol': {
    query: 'phase=not-enrolled',
    act: async (page) => {
      await page.getByRole('button', { name: /^(नेटवर्क|Network)/ }).click();
      await page.locator('.network-authorities').waitFor();
      await fill(page);
    },
  },
  'network-untrusted': {
    query: 'phase=signed-in',
    act: async (page) => {
      await openSettings(page);
      await fill(page);
      await page.getByRole('button', { name: trial }).click();
      await show(page, '.network-steps');
      await page.mouse.wheel(0, 300);
    },
  },
  'network-compare': {
    query: 'phase=signed-in',
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('button', { name: add }).click();
      await page.getByRole('button', { name: accept }).scrollIntoViewIfNeeded();
    },
  },
  'network-well': {
    query: 'phase=signed-in',
    act: async (page) => {
      await openSettings(page);
      await page.getByRole('button', { name: add }).click();
      await page.getByRole('button', { name: accept }).click();
      await page.getByRole('button', { name: trial }).click();
      await show(page, '.network-steps');
      await page.mouse.wheel(0, 400);
    },
  },
};
