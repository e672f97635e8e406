import { expect, test } from 'vitest';
import { acceptedOnServer } from '../../support/e2e/accepted-on-server.ts';
import { useScene } from '../../support/e2e/fixture.ts';
import { hasBothScans, passing, sampleCases } from '../../support/e2e/sample-cases.ts';
import { samplePassword } from '../../support/officer/officer.ts';

const cases = sampleCases({ first: { fits: hasBothScans, change: passing } });
const scene = useScene({ requests: 40, shape: cases.shape });

test('from signing in to the receipt with the keyboard alone', async () => {
  const { officer, page, office } = scene;
  const request = cases.request('first');
  const { keyboard } = page;
  // Locking loads the window anew: what is typed before that is gone with everything else.
  await Promise.all([page.waitForEvent('load'), keyboard.press('Control+l')]);
  await refuseTheMouse();
  await page.locator('input[type="password"]:focus').waitFor();
  await keyboard.insertText(samplePassword);
  await keyboard.press('Enter');
  await officer.seeQueue();

  await keyboard.press('/');
  await keyboard.type(request.kioskCode);
  await keyboard.press('Enter');
  await page.locator('.review-head-title').waitFor();
  await officer.seeScan();
  await keyboard.press('m');
  await page.locator('textarea:focus').waitFor();
  await keyboard.insertText('नमूना: केवल कुंजियों से');
  await keyboard.press('Escape');
  await keyboard.press('a');
  await officer.dialog.waitFor();
  await keyboard.press('Enter');
  await officer.seeRecorded('approve');

  await keyboard.press('Alt+2');
  const row = officer.outboxRow(request.requestNo);
  await row.waitFor();
  await tabTo(officer.text('outbox', 'sealNow'));
  await keyboard.press('Enter');
  await officer.dialog.waitFor();
  await keyboard.press('Enter');
  const receipt = officer.text('outbox', 'receipt.show');
  await row.getByRole('button', { name: receipt }).waitFor();
  await tabTo(receipt);
  await keyboard.press('Enter');
  await officer.dialog.getByText(request.requestNo).waitFor();
  const accepted = await acceptedOnServer(office, request.id);
  expect(accepted.content.remarks).toBe('नमूना: केवल कुंजियों से');
  await keyboard.press('Escape');
  await officer.dialog.waitFor({ state: 'detached' });
});

test('? shows the keys of the screen that is open, and Escape takes them away', async () => {
  const { officer, page } = scene;
  await page.keyboard.press('Alt+1');
  await page.keyboard.press('/');
  await page.locator('.queue-search input:focus').waitFor();
  await page.keyboard.press('Escape');
  await officer.seeQueue();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('?');
  await officer.dialog.getByText(officer.text('shell', 'shortcuts.title')).waitFor();
  for (const key of ['next', 'previous', 'open', 'search']) {
    await officer.dialog.getByText(officer.text('queue', `shortcuts.${key}`), { exact: true }).waitFor();
  }
  await page.keyboard.press('Escape');
  await officer.dialog.waitFor({ state: 'detached' });
  await page.keyboard.press('o');
  await page.locator('.review-head-title').waitFor();
  await page.keyboard.press('?');
  for (const key of ['approve', 'reject', 'return', 'hold', 'remarks', 'record']) {
    await officer.dialog.getByText(officer.text('review', `shortcuts.${key}`), { exact: true }).waitFor();
  }
  await page.keyboard.press('Escape');
});

/** From here on the window counts any press of a pointer as a fault. */
async function refuseTheMouse(): Promise<void> {
  await scene.page.evaluate(() => {
    addEventListener('pointerdown', () => {
      throw new Error('A pointer was used in the test by keyboard');
    });
  });
  scene.page.on('pageerror', (error) => {
    expect.soft(error.message).toBe('');
  });
}

/** Presses Tab until the button with these words has the focus. */
async function tabTo(words: string): Promise<void> {
  const { page } = scene;
  for (let presses = 0; presses < 60; presses += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (focused.trim() === words) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${words}`);
}
