import type { RasterPage } from '../raster-page.ts';

export type QuarterTurns = 0 | 1 | 2 | 3;

/** The page turned clockwise by quarters. */
export function turnPage(page: RasterPage, quarters: QuarterTurns): RasterPage {
  if (quarters === 0) return page;
  const { width, height } = page;
  const isSideways = quarters !== 2;
  const turned = {
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    pixels: new Uint8Array(page.pixels.length),
    dotsPerInch: page.dotsPerInch,
  };
  for (let y = 0, from = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, from += 3) {
      const [toX, toY] = turnedPoint(quarters, x, y, width, height);
      const to = (toY * turned.width + toX) * 3;
      turned.pixels[to] = page.pixels[from] ?? 0;
      turned.pixels[to + 1] = page.pixels[from + 1] ?? 0;
      turned.pixels[to + 2] = page.pixels[from + 2] ?? 0;
    }
  }
  return turned;
}

function turnedPoint(
  quarters: 1 | 2 | 3,
  x: number,
  y: number,
  width: number,
  height: number,
): [number, number] {
  switch (quarters) {
    case 1:
      return [height - 1 - y, x];
    case 2:
      return [width - 1 - x, height - 1 - y];
    case 3:
      return [y, width - 1 - x];
  }
}
