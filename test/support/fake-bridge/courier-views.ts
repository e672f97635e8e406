import type { Page } from 'playwright-core';

interface View {
  query: string;
  act: (page: Page) => Promise<void>;
}

const query = 'phase=signed-in&outbox=1';

export async function openCourier(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  await page.locator('.screen-head .row .button').first().click();
  await page.locator('.courier-ways .facts').first().waitFor();
}

async function write(page: Page): Promise<void> {
  await page.locator('.courier-ways .button.primary').first().click();
  await page.locator('.courier-ways .banner.good').waitFor();
}

async function read(page: Page): Promise<void> {
  await page.locator('.courier-ways .button.primary').last().click();
  await page.locator('.courier-ways .panel').last().locator('.banner').first().waitFor();
}

/** The courier before, after each direction, and when a file is refused. */
export const courierViews: Record<string, View> = {
  courier: { query, act: openCourier },
  'courier-done': {
    query,
    act: async (page) => {
      await openCourier(page);
      await write(page);
      await read(page);
    },
  },
  'courier-doubt': {
    query: `${query}&doubt=1`,
    act: async (page) => {
      await openCourier(page);
      await read(page);
    },
  },
  'courier-refused': {
    query,
    act: async (page) => {
      await openCourier(page);
      await page.evaluate(() => {
        const { desk } = window as unknown as { desk: { fail: (channel: string, error: unknown) => void } };
        desk.fail('courier.read', { kind: 'courier', fault: 'wrong-office', districtId: 'sri-ganganagar' });
        desk.fail('courier.write', { kind: 'courier', fault: 'stick-full', districtId: null });
      });
      await page.locator('.courier-ways .button.primary').first().click();
      await read(page);
    },
  },
};
