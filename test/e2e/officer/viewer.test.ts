import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { useScene } from '../../support/e2e/fixture.ts';
import { hasBothScans, sampleCases } from '../../support/e2e/sample-cases.ts';
import { showDocument } from '../../support/officer/reviewing.ts';

const cases = sampleCases({ scanned: { fits: hasBothScans } });
const scene = useScene({ requests: 60, shape: cases.shape });

test('the queue is walked by keyboard, and Enter opens what is selected', async () => {
  const { officer, page } = scene;
  await officer.goTo('queue');
  await officer.queue.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const selected = page.locator('.queue-row[aria-selected="true"]');
  const code = await selected.locator('[data-column="kioskCode"]').textContent();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.review-head-title').textContent()).toContain(code);
  await page.keyboard.press('Escape');
  await officer.queue.waitFor();
  expect(await selected.locator('[data-column="kioskCode"]').textContent()).toBe(code);
});

test('a JPEG is drawn in its natural size, is zoomed and turned', async () => {
  const { officer, page } = scene;
  const request = cases.request('scanned');
  await officer.open(request.requestNo);
  await showDocument(officer, 'aadhaar');
  await officer.seeScan();
  const image = page.locator('.viewer-image');
  const natural = await image.evaluate((element: HTMLImageElement) => ({
    width: element.naturalWidth,
    height: element.naturalHeight,
  }));
  expect(natural).toEqual({ width: 1120, height: 760 });
  const picture = page.locator('.viewer-page');
  expect(await coloursOf(picture)).toBeGreaterThan(50);

  const before = await boxOf(picture);
  await page.keyboard.press('+');
  await expect.poll(() => boxOf(picture).then(({ width }) => width)).toBeGreaterThan(before.width * 1.05);
  await page.keyboard.press('f');
  await page.keyboard.press('e');
  await expect
    .poll(() => boxOf(picture).then(({ width, height }) => height / width))
    .toBeCloseTo(natural.width / natural.height, 1);
});

test('every page of a PDF is drawn, and each differs from the one before', async () => {
  const { officer, page } = scene;
  await showDocument(officer, 'application');
  await officer.seeScan();
  const canvas = page.locator('.viewer-canvas[data-drawn="true"]');
  await canvas.waitFor();
  const first = await inkOf(canvas);
  expect(first.colours).toBeGreaterThan(30);
  const pages = page.locator('.viewer-page-of');
  const scan = cases.request('scanned').documents.find(({ kind }) => kind === 'application')?.scan;
  expect(scan?.pages).toBeGreaterThan(1);
  const saying = (number: number) =>
    officer.text('viewer', 'pageOf', { page: number, pages: scan?.pages ?? 0 });
  expect(await pages.textContent()).toBe(saying(1));

  await page.getByRole('button', { name: officer.text('viewer', 'nextPage') }).click();
  await expect.poll(() => pages.textContent()).toBe(saying(2));
  await expect.poll(() => inkOf(canvas).then(({ sum }) => sum)).not.toBe(first.sum);
  await expect.poll(() => inkOf(canvas).then(({ colours }) => colours)).toBeGreaterThan(30);

  const upright = await boxOf(page.locator('.viewer-page'));
  await page.getByRole('button', { name: officer.text('viewer', 'rotate') }).click();
  await expect
    .poll(() => boxOf(page.locator('.viewer-page')).then(({ width, height }) => width > height))
    .toBe(upright.height > upright.width);
  const percent = page.locator('.viewer-percent');
  const shown = Number.parseInt((await percent.textContent()) ?? '', 10);
  await page.getByRole('button', { name: officer.text('viewer', 'zoomOut') }).click();
  await expect.poll(async () => Number.parseInt((await percent.textContent()) ?? '', 10)).toBeLessThan(shown);
});

async function boxOf(locator: Locator): Promise<{ width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen');
  return box;
}

/** How many different colours a picture of an element has: an empty frame has a handful. */
async function coloursOf(locator: Locator): Promise<number> {
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(await locator.screenshot())
    .raw()
    .toBuffer({ resolveWithObject: true });
  const seen = new Set<number>();
  for (let at = 0; at + 2 < data.length; at += info.channels * 7) {
    seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
  }
  return seen.size;
}

/** What stands on a canvas: how many colours, and a sum that differs from page to page. */
function inkOf(canvas: Locator): Promise<{ colours: number; sum: number }> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { data } = element.getContext('2d')?.getImageData(0, 0, element.width, element.height) ?? {
      data: new Uint8ClampedArray(),
    };
    const seen = new Set<number>();
    let sum = 0;
    for (let at = 0; at < data.length; at += 4 * 13) {
      const colour = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
      seen.add(colour);
      sum = (sum * 31 + colour) % 1_000_000_007;
    }
    return { colours: seen.size, sum };
  });
}
