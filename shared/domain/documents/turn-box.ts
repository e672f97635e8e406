import type { PageBox } from './page-box.ts';

export type QuarterTurns = 0 | 1 | 2 | 3;

/** Where a piece of a page lies once the page is turned clockwise. */
export function turnBox(box: PageBox, turns: QuarterTurns): PageBox {
  const { page, x, y, width, height } = box;
  switch (turns) {
    case 0:
      return box;
    case 1:
      return { page, x: clamp(1 - y - height), y: x, width: height, height: width };
    case 2:
      return { page, x: clamp(1 - x - width), y: clamp(1 - y - height), width, height };
    case 3:
      return { page, x: y, y: clamp(1 - x - width), width: height, height: width };
  }
}

/** The turns that undo these. */
export function undoTurns(turns: QuarterTurns): QuarterTurns {
  return ([0, 3, 2, 1] as const)[turns];
}

/** Sums of fractions end a hair below zero. */
function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
