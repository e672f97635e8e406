import type { PixelBox } from '../ocr/text-line.ts';

/** How far round a burned place its line may go on, in heights of the place. */
const reach = { across: 3, along: 6 };

/** Parts of a page, in whole pixels, that hold the burned places with what stands round them; none overlaps another. */
export function bandsRound(
  burned: readonly PixelBox[],
  { width, height }: { width: number; height: number },
): PixelBox[] {
  let bands: PixelBox[] = [];
  for (const box of burned) {
    let band = within(box, width, height);
    // One that reaches into others swallows them, and may then reach into more.
    for (;;) {
      const met = bands.filter((other) => overlaps(other, band));
      if (met.length === 0) break;
      bands = bands.filter((other) => !met.includes(other));
      band = met.reduce(union, band);
    }
    bands.push(band);
  }
  return bands;
}

function within(box: PixelBox, pageWidth: number, pageHeight: number): PixelBox {
  // A code's box is no line.
  const line = Math.min(box.height, box.width, 0.05 * pageHeight);
  const x = Math.max(0, Math.floor(box.x - reach.along * line));
  const y = Math.max(0, Math.floor(box.y - reach.across * line));
  const right = Math.min(pageWidth, Math.ceil(box.x + box.width + reach.along * line));
  const bottom = Math.min(pageHeight, Math.ceil(box.y + box.height + reach.across * line));
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) };
}

function overlaps(a: PixelBox, b: PixelBox): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function union(a: PixelBox, b: PixelBox): PixelBox {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
