import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules } from '../../../support/fake-bridge/broken-rules.ts';
import { clippedTexts } from '../../../support/fake-bridge/clipped-texts.ts';
import { openReview } from '../../../support/fake-bridge/document-views.ts';
import { missingBrowser, startHarness, type Harness } from '../../../support/fake-bridge/open-window.ts';
import { aadhaarLikeNumber } from '../../../support/samples/aadhaar-like.ts';

if (missingBrowser !== null) console.warn(`The documents' own tests are skipped: ${missingBrowser}`);

const differ = 0;
const agree = 1;
const failed = 3;

async function openTable(
  harness: Harness,
  number: number,
  language = 'hi',
): Promise<{ page: Page; breaches: string[] }> {
  const opened = await harness.open(`phase=signed-in&rows=12&documents=1&language=${language}`);
  await opened.page.locator('.queue-row').first().waitFor();
  await openReview(opened.page, number);
  await opened.page.keyboard.press('g');
  await opened.page.locator('.comparison td:focus').waitFor();
  return opened;
}

async function takeIn(page: Page, file: string): Promise<void> {
  await page.keyboard.press('o');
  await page.locator('.intake-drop').waitFor();
  await page.locator('.folder-files li').filter({ hasText: file }).getByRole('button').last().click();
}

/** Whether the frame of the place stands wholly within what the pane shows. */
async function isPlaceInSight(page: Page, half = 0): Promise<boolean> {
  const pane = await page.locator('.viewer-stage').nth(half).boundingBox();
  const place = await page
    .locator('.viewer-half')
    .nth(half)
    .locator('.viewer-mark[data-kind=place]')
    .boundingBox();
  if (!pane || !place) return false;
  return (
    place.x >= pane.x - 1 &&
    place.y >= pane.y - 1 &&
    place.x + place.width <= pane.x + pane.width + 1 &&
    place.y + place.height <= pane.y + pane.height + 1
  );
}

/** The order of two frames decides who gets the focus on a slow PC: here the library's own wish comes last. */
async function delayFocusOfTheLibrary(page: Page): Promise<void> {
  await page.evaluate(() => {
    const frame = window.requestAnimationFrame.bind(window);
    let asked = 0;
    window.requestAnimationFrame = (run) => (asked++ === 0 ? frame(run) : window.setTimeout(run, 300, 0));
  });
}

const keptDraft = (page: Page) => page.locator('.review-save[data-kind=saved]').waitFor();

describe.skipIf(missingBrowser !== null)('the documents in the window', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  }, 120_000);
  afterAll(async () => {
    await harness.close();
  });

  it('lights up both sides, and takes the viewer to the place, also turned, by keyboard alone', async () => {
    const { page, breaches } = await openTable(harness, differ);
    const lit = page.locator('.comparison td[data-differs=fail]');
    expect(await lit.count()).toBeGreaterThanOrEqual(2);
    await page.keyboard.press('End');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowLeft');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.viewer-tab[data-selected]').innerText()).toContain('पैन');
    await expect.poll(() => isPlaceInSight(page)).toBe(true);
    await page.keyboard.press('e');
    await page.keyboard.press('Enter');
    await expect.poll(() => isPlaceInSight(page)).toBe(true);
    expect(breaches).toEqual([]);
  });

  it('turns to the page of a PDF', async () => {
    const { page } = await openTable(harness, agree);
    const row = page.locator('.comparison tr').filter({ hasText: 'जन्म तिथि' });
    await row.locator('td').nth(3).click();
    await expect.poll(() => page.locator('.viewer-page-of').innerText()).toContain('2 / 2');
    await expect.poll(() => isPlaceInSight(page)).toBe(true);
  });

  it.each([
    ['a picture', agree],
    ['the second page of a PDF', failed],
  ])('shows the photo on the card beside the one in its code, cut from %s', async (_what, number) => {
    const { page, breaches } = await openTable(harness, number);
    const card = page.locator('.signature figure').filter({ hasText: 'कार्ड' }).locator('img');
    await expect.poll(() => card.evaluate(shareOfFace)).toBeGreaterThan(0.1);
    expect(breaches).toEqual([]);
  });

  it('keeps a verdict with its note within a second, and restores it', async () => {
    const { page } = await openTable(harness, differ);
    const open = page.locator('.check[data-result=fail]').first();
    await page.keyboard.press('l');
    await page.locator('.check:focus').waitFor();
    await page.keyboard.press('2');
    await open.locator('input').waitFor();
    await open.locator('input').fill('नमूना: कार्ड पर वर्ष भिन्न');
    await keptDraft(page);
    await open.locator('input').fill(`नमूना ${aadhaarLikeNumber()}`);
    await open.locator('.field-error').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('F3');
    await openReview(page, differ);
    await page.keyboard.press('g');
    await expect
      .poll(() => open.locator('[aria-pressed=true]').getAttribute('data-verdict'))
      .toBe('not-in-order');
    expect(await open.locator('input').inputValue()).toBe('नमूना: कार्ड पर वर्ष भिन्न');
  });

  it('shows both sides of a comparison beside each other, each at its place', async () => {
    const { page } = await openTable(harness, differ);
    await page.keyboard.press('q');
    await page.locator('.review-panes[data-wide=true]').waitFor();
    const dates = page.locator('.check').filter({ hasText: 'जन्म तिथि' }).first();
    await dates.locator('.link').last().click();
    expect(await page.locator('.viewer-half').count()).toBe(2);
    await expect.poll(() => isPlaceInSight(page, 0)).toBe(true);
    await expect.poll(() => isPlaceInSight(page, 1)).toBe(true);
    await page.keyboard.press('a');
    await page.locator('.review-panes[data-wide=false]').waitFor();
    await page.locator('.review-dock').waitFor();
  });

  it('puts a pin by keyboard, notes it, and takes it away', async () => {
    const { page } = await openTable(harness, agree);
    await page.keyboard.press('i');
    await page.locator('.box:focus').waitFor();
    for (const key of ['ArrowDown', 'ArrowLeft', 'Shift+ArrowRight']) await page.keyboard.press(key);
    await page.keyboard.press('Enter');
    await page.locator('.pins input:focus').waitFor();
    await page.keyboard.type('नमूना: यहाँ कटा हुआ');
    await keptDraft(page);
    expect(await page.locator('.viewer-mark[data-kind=pin]').count()).toBe(1);
    await page.locator('.pins .button').click();
    await page.locator('.viewer-mark[data-kind=pin]').waitFor({ state: 'detached' });
  });

  it('makes a scan brighter, and as it was again', async () => {
    const { page } = await openTable(harness, agree);
    const filter = () => page.locator('.viewer-image').evaluate((image) => getComputedStyle(image).filter);
    await page.keyboard.press('b');
    await page.keyboard.press('c');
    await expect.poll(filter).toBe('brightness(1.2) contrast(1.2)');
    await page.keyboard.press('0');
    await expect.poll(filter).toBe('none');
  });

  it('shows the whole PAN with a reason only', async () => {
    const { page } = await openTable(harness, agree);
    expect(await page.locator('.documents').innerText()).not.toContain('ABCPD1234F');
    await page.getByRole('button', { name: 'पूरा पैन देखें…' }).click();
    const show = page.getByRole('dialog').locator('.button.primary');
    expect(await show.isDisabled()).toBe(true);
    await page.keyboard.type('नमूना कारण');
    await show.click();
    await expect.poll(() => page.locator('.reveal-value').innerText()).toBe('ABCPD1234F');
    await page.keyboard.press('Escape');
    expect(await page.locator('.reveal-value').count()).toBe(0);
  });

  it('takes a scan in from the folder: masked, seen, kept, and the original deleted', async () => {
    const { page, breaches } = await openTable(harness, agree);
    await takeIn(page, '0002');
    await page.locator('.dialog .progress').waitFor();
    await page.locator('.sheet-page .viewer-mark[data-kind=masked]').waitFor();
    await page.locator('.dialog-foot .button.good').click();
    await page.locator('.dialog .banner.warn .button.danger').click();
    await page.getByRole('alertdialog').locator('.button.danger').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('.scans').last().innerText()).toContain('यहाँ');
    await page.keyboard.press('o');
    expect(await page.locator('.folder-files').innerText()).not.toContain('0002');
    expect(breaches).toEqual([]);
  });

  it('takes a scan in for what the request has no document of, from the checklist', async () => {
    const { page, breaches } = await openTable(harness, agree);
    await page.keyboard.press('g');
    const consent = page.locator('.review-check').filter({ hasText: 'सहमति' });
    await consent.getByRole('button', { name: /स्कैन लें/ }).click();
    await page.locator('.intake-drop').waitFor();
    await page.locator('.folder-files li').filter({ hasText: '0002' }).getByRole('button').last().click();
    await page.locator('.dialog-foot .button.good').click();
    await page.locator('.dialog .banner.warn .button').last().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await consent.getByRole('button', { name: /देखें/ }).click();
    await expect.poll(() => page.locator('.viewer-tab[data-selected]').innerText()).toContain('सहमति');
    expect(breaches).toEqual([]);
  });

  it('says on which pages something was burned out, and leads there', async () => {
    const { page } = await openTable(harness, agree);
    await page.keyboard.press('o');
    await page.locator('.intake-drop button').first().click();
    const places = page.locator('.masked-places');
    const elsewhere = places.getByRole('button');
    await elsewhere.waitFor();
    const marks = page.locator('.sheet-page .viewer-mark[data-kind=masked]');
    const here = await marks.count();
    await elsewhere.click();
    await expect.poll(() => marks.count()).toBe(1);
    expect(await places.innerText()).toMatch(new RegExp(`${here}`));
    await elsewhere.click();
    await expect.poll(() => marks.count()).toBe(here);
    expect(await clippedTexts(page)).toEqual([]);
  });

  it('shows the unmasked page for a reason only, and keeps nothing before a box by hand', async () => {
    const { page } = await openTable(harness, agree);
    await takeIn(page, 'haath');
    await page.locator('.dialog .banner.warn').waitFor();
    expect(await page.locator('.sheet-page').count()).toBe(0);
    expect(await page.locator('.dialog-foot .button.good').isDisabled()).toBe(true);
    await page.locator('.dialog .banner button:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.dialog input:focus').waitFor();
    await page.keyboard.type('नमूना कारण');
    await delayFocusOfTheLibrary(page);
    await page.keyboard.press('Enter');
    await page.locator('.sheet button:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.box:focus').waitFor();
    const before = await page.locator('.box').boundingBox();
    for (const key of ['ArrowDown', 'ArrowDown', 'Shift+ArrowRight']) await page.keyboard.press(key);
    const after = await page.locator('.box').boundingBox();
    expect((after?.y ?? 0) > (before?.y ?? 0)).toBe(true);
    expect((after?.width ?? 0) > (before?.width ?? 0)).toBe(true);
    await page.locator('.sheet .button.primary').click();
    await page.locator('.sheet-page .viewer-mark[data-kind=masked]').waitFor();
    expect(await page.locator('.dialog-foot .button.good').isDisabled()).toBe(false);

    // A second round begins with the boxes of the first: without them their numbers would show again.
    await page.locator('.dialog .banner button').click();
    await page.locator('.dialog input:focus').waitFor();
    await page.keyboard.type('नमूना कारण');
    await page.keyboard.press('Enter');
    await page.locator('.sheet button:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.sheet .button.primary').click();
    await page.locator('.sheet-page .viewer-mark[data-kind=masked]').first().waitFor();
    expect(await page.locator('.viewer-mark[data-kind=masked]').count()).toBe(2);
  });

  it('draws a box with the mouse', async () => {
    const { page } = await openTable(harness, agree);
    await takeIn(page, 'haath');
    await page.locator('.dialog .banner.warn button').click();
    await page.locator('.dialog input:focus').waitFor();
    await page.keyboard.type('नमूना');
    await page.keyboard.press('Enter');
    const layer = await page.locator('.box-layer').boundingBox();
    const picture = await page.locator('.sheet-page img').boundingBox();
    if (!layer || !picture) throw new Error('No page to draw on');
    // Boxes are fractions of the layer: a layer larger than its picture would mask beside the number.
    expect(Math.abs(layer.width - picture.width) + Math.abs(layer.height - picture.height)).toBeLessThan(2);
    await page.mouse.move(layer.x + 100, layer.y + 100);
    await page.mouse.down();
    await page.mouse.move(layer.x + 260, layer.y + 150, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(async () => Math.round((await page.locator('.box').boundingBox())?.width ?? 0))
      .toBe(160);
    await page.keyboard.press('Delete');
    await page.locator('.box').waitFor({ state: 'detached' });
  });

  it('names what is wrong with a file, and asks an e-KYC file for its share code', async () => {
    const { page } = await openTable(harness, agree);
    await takeIn(page, 'kharab');
    await page.locator('.dialog .banner.bad').waitFor();
    expect(await page.locator('.dialog .banner.bad').innerText()).toContain('खराब');
    await page.locator('.dialog-foot button').first().click();
    await page.locator('.intake-drop').waitFor();
    await page.keyboard.press('Escape');
    await drop(page, 'namuna-ekyc.zip');
    await page.locator('.dialog input:focus').waitFor();
    await page.keyboard.type('0000');
    await page.keyboard.press('Enter');
    await page.locator('.dialog .field-error').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('1234');
    await page.keyboard.press('Enter');
    await page.locator('.sheet-page').waitFor();
  });

  it('stops what takes too long, and keeps nothing of it', async () => {
    const { page } = await openTable(harness, agree);
    await drop(page, 'namuna-dheema.pdf');
    await page.locator('.dialog .progress').waitFor();
    await page.locator('.dialog-foot button').first().click();
    await page.locator('.intake-drop').waitFor();
  });

  it('says above the table what could not be read', async () => {
    const { page } = await openTable(harness, failed);
    expect(await page.locator('.scan-troubles').innerText()).toContain('खराब');
    await page.locator('.scan-troubles .button').first().click();
    await page.locator('.scan-troubles .progress').waitFor();
  });

  it.each(['hi', 'en'])('is whole and accessible (%s)', async (language) => {
    const { page, breaches } = await openTable(harness, differ, language);
    await page.locator('.checks + .button').click();
    expect(await clippedTexts(page)).toEqual([]);
    expect(await brokenRules(page)).toEqual([]);
    await page.keyboard.press('q');
    await page.locator('.review-panes[data-wide=true]').waitFor();
    expect(await clippedTexts(page)).toEqual([]);
    expect(await brokenRules(page)).toEqual([]);
    await takeIn(page, '0002');
    await page.locator('.sheet-page').waitFor();
    expect(await clippedTexts(page)).toEqual([]);
    expect(await brokenRules(page)).toEqual([]);
    await page.locator('.dialog-foot button').first().click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+3');
    await page.locator('.panel').first().waitFor();
    expect(await clippedTexts(page)).toEqual([]);
    expect(breaches).toEqual([]);
  });
});

/** How much of what is shown of a picture has the brown of the sample's face. */
function shareOfFace(picture: HTMLImageElement): number {
  const frame = picture.parentElement?.getBoundingClientRect();
  const whole = picture.getBoundingClientRect();
  if (!frame || whole.width === 0) return 0;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [frame.width, frame.height];
  const context = canvas.getContext('2d');
  context?.drawImage(picture, whole.x - frame.x, whole.y - frame.y, whole.width, whole.height);
  const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
  let brown = 0;
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.slice(at, at + 3);
    if (Math.abs(red - 0x7a) + Math.abs(green - 0x5a) + Math.abs(blue - 0x44) < 40) brown += 4;
  }
  return brown / data.length;
}

/** A file dropped on the viewer, as from the desktop. */
async function drop(page: Page, name: string): Promise<void> {
  const transfer = await page.evaluateHandle((fileName) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array([1, 2, 3])], fileName));
    return data;
  }, name);
  await page.locator('.viewer-drop').first().dispatchEvent('drop', { dataTransfer: transfer });
}
