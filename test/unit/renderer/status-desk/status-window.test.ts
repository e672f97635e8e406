import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawTexts, seriousViolations } from '../../../support/e2e/screen-faults.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';

if (missingBrowser !== null) console.warn(`The status desk's own tests are skipped: ${missingBrowser}`);

const box = (page: Page) => page.getByRole('combobox');
const hits = (page: Page) => page.locator('.status-hits [role=option]');

async function openDesk(harness: Harness, language = 'hi'): Promise<{ page: Page; breaches: string[] }> {
  const opened = await harness.open(`phase=signed-in&outbox=1&language=${language}`);
  await opened.page.locator('.queue-row').first().waitFor();
  await opened.page.keyboard.press('F3');
  await expect.poll(() => box(opened.page).evaluate((input) => input === document.activeElement)).toBe(true);
  return opened;
}

async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Until the page is marked. */
async function refusePapers(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { desk } = window as unknown as {
      desk: { call: (channel: string, input: unknown) => Promise<unknown> };
    };
    const real = desk.call.bind(desk);
    desk.call = async (channel, input) =>
      channel === 'paper.make' && document.body.dataset['papers'] !== 'made'
        ? { ok: false, error: { kind: 'no-order-yet' } }
        : real(channel, input);
  });
}

describe.skipIf(missingBrowser !== null)('the status desk in the window', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  it.each(['K110304002', 'के110304002', 'k 110304002', 'MR/2026/000003', 'कविता आमेर', 'kavita amber'])(
    'finds one request by %s, and tells its story without another key',
    async (typed) => {
      const { page } = await openDesk(harness);
      await page.keyboard.type(typed);
      await page
        .locator('.status-told-code', { hasText: 'K110304002' })
        .or(hits(page).nth(1))
        .first()
        .waitFor();
      await expect.poll(() => hits(page).first().innerText()).toContain('K110304002');
    },
  );

  it('says that there are more, moves by arrows, opens by Enter, and starts anew for the next person', async () => {
    const { page, breaches } = await openDesk(harness);
    await page.keyboard.type('sita');
    await page.getByText('आगे लिखते जाएँ').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const marked = page.locator('.status-hits [aria-selected=true] strong');
    const code = await marked.innerText();
    await page.keyboard.press('Enter');
    await page.locator('.status-told-code', { hasText: code }).waitFor();
    await page.keyboard.press('F3');
    await page.keyboard.type('K110304002');
    expect(await box(page).inputValue()).toBe('K110304002');
    await page.locator('.status-told-code', { hasText: 'K110304002' }).waitFor();
    expect(breaches).toEqual([]);
  });

  it('shows the answer to the last words, however late the earlier ones come', async () => {
    const { page } = await openDesk(harness);
    await page.evaluate(() => {
      const { desk } = window as unknown as {
        desk: { call: (channel: string, input: { text: string }) => Promise<unknown> };
      };
      const real = desk.call.bind(desk);
      desk.call = async (channel, input) => {
        if (channel === 'archive.search' && input.text === 'sita')
          await new Promise((done) => setTimeout(done, 700));
        return real(channel, input);
      };
    });
    await page.keyboard.type('sita');
    await page.waitForTimeout(150);
    await typeOver(page, 'MR/2026/000003');
    await expect.poll(() => hits(page).count()).toBe(1);
    await page.waitForTimeout(900);
    expect(await hits(page).count()).toBe(1);
  });

  it('says plainly that nothing was found, and clears by Escape', async () => {
    const { page } = await openDesk(harness);
    await page.keyboard.type('zzzz');
    await page.getByText('“zzzz” से कोई अनुरोध नहीं मिला').waitFor();
    await page.keyboard.press('Escape');
    expect(await box(page).inputValue()).toBe('');
    await page.getByText('के11034638').waitFor();
  });

  it('tells who holds the file, prints a slip by keys alone, and gives the focus back', async () => {
    const { page, breaches } = await openDesk(harness);
    await page.keyboard.type('K110304002');
    await page.locator('.status-holder-title').waitFor();
    expect(await page.locator('.status-holder-title').innerText()).toBe('हस्तांतरण हुआ, मिलान बाकी');
    await page.keyboard.press('Alt+P');
    await page.locator('.paper canvas[data-drawn=true]').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Control+P');
    await page.getByText('प्रिंटर को भेजा गया').waitFor();
    await page.keyboard.press('Control+S');
    await page.getByText('सहेजा गया: namuna.pdf').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.paper').waitFor({ state: 'detached' });
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('role')))
      .toBe('combobox');
    expect(breaches).toEqual([]);
  });

  it('says in words why a paper or its print failed, and makes it again', async () => {
    const { page } = await openDesk(harness, 'en');
    const failNext = (channel: string, kind: string) =>
      page.evaluate(
        ([name, why]) => {
          (window as unknown as { desk: { fail: (channel: string, error: unknown) => void } }).desk.fail(
            name,
            { kind: why },
          );
        },
        [channel, kind] as const,
      );
    await page.keyboard.type('K110304002');
    await page.locator('.status-holder-title').waitFor();
    await refusePapers(page);
    await page.getByRole('button', { name: 'Status slip' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await page.getByRole('button', { name: 'Print' }).isDisabled()).toBe(true);
    await page.evaluate(() => {
      document.body.dataset['papers'] = 'made';
    });
    await page.getByRole('button', { name: 'Make again' }).click();
    await page.locator('.paper canvas[data-drawn=true]').waitFor();
    await failNext('paper.print', 'print-failed');
    await page.keyboard.press('Control+P');
    await page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await page.locator('.paper canvas').count()).toBe(1);
  });

  it.each(['hi', 'en'])('is accessible, whole and in words (%s)', async (language) => {
    const { page, breaches } = await openDesk(harness, language);
    for (const typed of ['', 'sita', 'K110304002', 'K110304024']) {
      await typeOver(page, typed === '' ? ' ' : typed);
      await page.waitForTimeout(300);
      expect(await seriousViolations(page), typed).toEqual([]);
      expect(await clippedTexts(page), typed).toEqual([]);
      expect(await rawTexts(page), typed).toEqual([]);
    }
    expect(breaches).toEqual([]);
  });
});
