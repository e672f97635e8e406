import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { PixelBox } from '../ocr/text-line.ts';

/** A place in pixels as fractions of its page, cut at the page's edges. */
export function fractionBox(
  box: PixelBox,
  { width, height }: { width: number; height: number },
  page: number,
): PageBox {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const x = within(box.x / width);
  const y = within(box.y / height);
  return {
    page,
    x,
    y,
    width: within((box.x + box.width) / width) - x,
    height: within((box.y + box.height) / height) - y,
  };
}
