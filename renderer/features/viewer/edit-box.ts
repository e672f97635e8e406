import type { Fractions } from './box-geometry.ts';

/** One press of an arrow key, in fractions of the page: about 2 mm of an A4 page. */
export const keyStep = 0.01;
/** Smaller boxes can neither be seen nor taken hold of. */
export const leastSide = 0.012;

export interface Point {
  x: number;
  y: number;
}

/** Pushes a box about; it stays whole on the page. */
export function movedBox(box: Fractions, by: Point): Fractions {
  return {
    ...box,
    x: within(box.x + by.x, 0, 1 - box.width),
    y: within(box.y + by.y, 0, 1 - box.height),
  };
}

/** Moves the lower right corner; it stays on the page, and the box can still be seen. */
export function resizedBox(box: Fractions, by: Point): Fractions {
  return {
    ...box,
    width: within(box.width + by.x, leastSide, 1 - box.x),
    height: within(box.height + by.y, leastSide, 1 - box.y),
  };
}

/** The box between two points of a drag, in any direction. */
export function boxBetween(from: Point, to: Point): Fractions {
  const left = within(Math.min(from.x, to.x), 0, 1 - leastSide);
  const top = within(Math.min(from.y, to.y), 0, 1 - leastSide);
  return {
    x: left,
    y: top,
    width: within(Math.max(from.x, to.x) - left, leastSide, 1 - left),
    height: within(Math.max(from.y, to.y) - top, leastSide, 1 - top),
  };
}

/** A box of this size round a point, as far as the page reaches. */
export function boxAround({ x, y }: Point, width: number, height: number): Fractions {
  return {
    x: within(x - width / 2, 0, 1 - width),
    y: within(y - height / 2, 0, 1 - height),
    width,
    height,
  };
}

const directions: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** What a key makes of a box: arrows move it, with Shift they resize it. Null for any other key. */
export function boxAfterKey(box: Fractions, key: string, isShift: boolean): Fractions | null {
  const direction = directions[key];
  if (!direction) return null;
  const by = { x: direction.x * keyStep, y: direction.y * keyStep };
  return isShift ? resizedBox(box, by) : movedBox(box, by);
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
