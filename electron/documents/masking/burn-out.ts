import type { SlantedBox } from '../ocr/text-line.ts';
import type { RasterPage } from '../raster-page.ts';

/** What stands there is black from now on, to the last bit. Changes the page itself. */
export function burnOut(page: RasterPage, { centreX, centreY, width, height, angle }: SlantedBox): void {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const reachX = (width * Math.abs(cos) + height * Math.abs(sin)) / 2 + 1;
  const reachY = (width * Math.abs(sin) + height * Math.abs(cos)) / 2 + 1;
  const left = Math.max(0, Math.floor(centreX - reachX));
  const right = Math.min(page.width - 1, Math.ceil(centreX + reachX));
  const bottom = Math.min(page.height - 1, Math.ceil(centreY + reachY));
  for (let y = Math.max(0, Math.floor(centreY - reachY)); y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const dx = x + 0.5 - centreX;
      const dy = y + 0.5 - centreY;
      // Half a pixel more than the box: no pixel is left that is only partly covered.
      if (Math.abs(dx * cos + dy * sin) > width / 2 + 0.5) continue;
      if (Math.abs(dy * cos - dx * sin) > height / 2 + 0.5) continue;
      page.pixels.fill(0, (y * page.width + x) * 3, (y * page.width + x) * 3 + 3);
    }
  }
}
