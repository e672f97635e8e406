import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { fakePassword } from './fake-handlers.ts';
import { buildHarness, serveHarness } from './harness.ts';
import { conflictViews } from './conflict-views.ts';
import { courierViews } from './courier-views.ts';
import { documentViews } from './document-views.ts';
import { networkViews } from './network-views.ts';
import { statusViews } from './status-views.ts';

/** `node test/support/fake-bridge/screenshots.ts DIR [only]`: each screen of the shell, in both languages. */
const [directory = 'node_modules/.cache/screens', only = ''] = process.argv.slice(2);

const views: Record<string, { query: string; act?: (page: Page) => Promise<void> }> = {
  queue: { query: 'phase=signed-in' },
  outbox: {
    query: 'phase=signed-in&outbox=1',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
    },
  },
  'outbox-seal': {
    query: 'phase=signed-in&outbox=1',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.locator('.screen-head .button').last().click();
    },
  },
  'outbox-receipt': {
    query: 'phase=signed-in&outbox=1',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
      await page
        .getByRole('button', { name: /^(पावती|Receipt)$/ })
        .first()
        .click();
    },
  },
  'outbox-remaining': {
    query: 'phase=signed-in&outbox=1',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.keyboard.press('Alt+S');
      await page.waitForTimeout(3500);
    },
  },
  'outbox-acts': {
    query: 'phase=signed-in&outbox=1',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.getByRole('tab').nth(1).click();
    },
  },
  'outbox-scans': {
    query: 'phase=signed-in&outbox=1&scans=10000',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.getByRole('tab').nth(2).click();
    },
  },
  'outbox-uploads': {
    query: 'phase=signed-in&outbox=1',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.getByRole('tab').nth(3).click();
    },
  },
  'outbox-limit': {
    query: 'phase=signed-in&limit=hour',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
    },
  },
  'outbox-pull': {
    query: 'phase=signed-in&pull=large',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
    },
  },
  'settings-data': {
    query: 'phase=signed-in',
    act: async (page) => {
      await page.keyboard.press('Alt+3');
      await page.locator('.panel').nth(3).scrollIntoViewIfNeeded();
    },
  },
  'set-aside': {
    query: 'phase=signed-in&outbox=1',
    act: async (page) => {
      await page.keyboard.press('Alt+2');
      await page.getByRole('tab').last().click();
    },
  },
  'sign-off': {
    query: 'phase=signed-in&signoff=1',
    act: async (page) => {
      await page.keyboard.press('Alt+9');
    },
  },
  'sign-off-ask': {
    query: 'phase=signed-in&signoff=1&apart=4',
    act: async (page) => {
      await page.keyboard.press('Alt+9');
      await page.locator('.sign-off-table').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type(`${fakePassword}!`);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(900);
    },
  },
  'sign-off-done': {
    query: 'phase=signed-in&signoff=1',
    act: async (page) => {
      await page.keyboard.press('Alt+9');
      await page.locator('.sign-off-table').waitFor();
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type(fakePassword);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(900);
    },
  },
  'sign-off-held': {
    query: 'phase=signed-in&outbox=1&apart=20',
    act: async (page) => {
      await page.keyboard.press('Enter');
    },
  },
  settings: {
    query: 'phase=signed-in',
    act: async (page) => {
      await page.keyboard.press('Alt+3');
    },
  },
  shortcuts: {
    query: 'phase=signed-in',
    act: async (page) => {
      await page.keyboard.press('F1');
    },
  },
  syncing: {
    query: 'phase=signed-in&outbox=1',
    act: async (page) => {
      await page.locator('.sync-strip .button').click();
      await page.waitForTimeout(1100);
    },
  },
  'sign-in': { query: 'phase=signed-out' },
  'sign-in-wrong': {
    query: 'phase=signed-out',
    act: async (page) => {
      await page.getByRole('textbox').fill(`${fakePassword}!`);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(900);
    },
  },
  salvage: {
    query: 'phase=signed-out&damaged=1',
    act: async (page) => {
      await page.getByRole('textbox').fill(fakePassword);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(600);
    },
  },
  'salvage-done': {
    query: 'phase=signed-out&damaged=1',
    act: async (page) => {
      await page.getByRole('textbox').fill(fakePassword);
      await page.keyboard.press('Enter');
      await page.locator('.banner.bad').waitFor();
      await page.locator('form .button.primary').first().click();
      await page.locator('.banner.warn').waitFor();
    },
  },
  'vault-problem': { query: 'phase=signed-out&problem=keyring-changed' },
  enrolment: {
    query: 'phase=not-enrolled',
    act: async (page) => {
      await page.getByRole('textbox').nth(1).fill('X-1');
      await page.getByRole('textbox').nth(2).fill('namuna');
      await page.keyboard.press('Enter');
    },
  },
  'recovery-key': {
    query: 'phase=not-enrolled',
    act: async (page) => {
      await page.getByRole('textbox').nth(1).fill('NAMUNA-1');
      await page.getByRole('textbox').nth(2).fill(fakePassword);
      await page.getByRole('textbox').nth(3).fill(fakePassword);
      await page.keyboard.press('Enter');
      await page.locator('.recovery-key').waitFor();
    },
  },
  ...statusViews,
  ...networkViews,
  ...documentViews,
  ...courierViews,
  ...conflictViews,
  'clock-slow': { query: 'phase=signed-in&outbox=1&skew=-192' },
  'chain-doubt': { query: 'phase=signed-in&outbox=1&doubt=1', act: (page) => page.keyboard.press('Alt+2') },
  'clock-unsure': { query: 'phase=signed-in&outbox=1&skew=13000&unsure=1' },
  'leave-sending': { query: 'phase=leaving&outbox=1' },
  'leave-done': { query: 'phase=leaving&outbox=1&leave=done' },
  'leave-empty': { query: 'phase=leaving&leave=compacting' },
};

await mkdir(directory, { recursive: true });
await buildHarness();
const { url, server } = await serveHarness(0);
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const language of ['hi', 'en']) {
  for (const [name, { query, act }] of Object.entries(views)) {
    if (only !== '' && !name.startsWith(only)) continue;
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) console.log(name, language, message.text());
    });
    page.on('pageerror', (error) => {
      console.log(name, language, error.message);
    });
    await page.goto(`${url}?${query}&language=${language}`);
    await page.waitForTimeout(900);
    await act?.(page);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(directory, `${name}-${language}.png`) });
    await page.close();
  }
}
await browser.close();
server.close();
