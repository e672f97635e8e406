import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import type { Fractions } from '../viewer/box-geometry.ts';

/** As many as one call of masking takes. */
export const mostHandBoxes = 50;

/** A new box stands in the middle, about as large as a printed Aadhaar number on a card. */
export const newHandBox: Fractions = { x: 0.35, y: 0.46, width: 0.3, height: 0.06 };

/** The boxes over all pages, with the one that the keys move. */
export interface HandBoxes {
  boxes: readonly PageBox[];
  /** Index in `boxes`. */
  current: number | null;
}

export const noHandBoxes: HandBoxes = { boxes: [], current: null };

export function withHandBox({ boxes, current }: HandBoxes, page: number, box: Fractions): HandBoxes {
  if (boxes.length >= mostHandBoxes) return { boxes, current };
  return { boxes: [...boxes, { page, ...box }], current: boxes.length };
}

export function changedHandBox(state: HandBoxes, index: number, box: Fractions): HandBoxes {
  return {
    boxes: state.boxes.map((one, at) => (at === index ? { page: one.page, ...box } : one)),
    current: index,
  };
}

export function withoutHandBox({ boxes }: HandBoxes, index: number): HandBoxes {
  const left = boxes.filter((_, at) => at !== index);
  return { boxes: left, current: left.length === 0 ? null : Math.min(index, left.length - 1) };
}

/** The boxes of one page, each with its index in the whole list. */
export function boxesOfPage({ boxes }: HandBoxes, page: number): { index: number; box: PageBox }[] {
  return boxes.flatMap((box, index) => (box.page === page ? [{ index, box }] : []));
}
