import type { PixelBox } from '../papers/drawing-sheet.ts';

/** A projective map of the plane, row by row. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];
export interface Point {
  x: number;
  y: number;
}

export const shifting = (x: number, y: number): Homography => [1, 0, x, 0, 1, y, 0, 0, 1];
export const scaling = (x: number, y = x): Homography => [x, 0, 0, 0, y, 0, 0, 0, 1];

export function rotating(degrees: number): Homography {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return [cos, -sin, 0, sin, cos, 0, 0, 0, 1];
}

/** A camera held at a slant: the further from the origin along (x, y), the smaller. */
export const slanting = (x: number, y: number): Homography => [1, 0, 0, 0, 1, 0, x, y, 1];

/** The maps one after another, the first one first. */
export function inTurn(...maps: readonly Homography[]): Homography {
  return maps.reduce((before, next) => multiply(next, before));
}

function multiply(a: Homography, b: Homography): Homography {
  const [a0, a1, a2, a3, a4, a5, a6, a7, a8] = a;
  const [b0, b1, b2, b3, b4, b5, b6, b7, b8] = b;
  return [
    a0 * b0 + a1 * b3 + a2 * b6,
    a0 * b1 + a1 * b4 + a2 * b7,
    a0 * b2 + a1 * b5 + a2 * b8,
    a3 * b0 + a4 * b3 + a5 * b6,
    a3 * b1 + a4 * b4 + a5 * b7,
    a3 * b2 + a4 * b5 + a5 * b8,
    a6 * b0 + a7 * b3 + a8 * b6,
    a6 * b1 + a7 * b4 + a8 * b7,
    a6 * b2 + a7 * b5 + a8 * b8,
  ];
}

/** The way back, up to a factor, which a projective map does not mind. */
export function inverted(map: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = map;
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

export function mapPoint([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const depth = g * x + h * y + i;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

/** The smallest upright box about the mapped box. */
export function mapBox(map: Homography, { x, y, width, height }: PixelBox): PixelBox {
  const corners = [
    { x, y },
    { x: x + width, y },
    { x, y: y + height },
    { x: x + width, y: y + height },
  ].map((corner) => mapPoint(map, corner));
  const [left, right] = span(corners.map((corner) => corner.x));
  const [top, bottom] = span(corners.map((corner) => corner.y));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function span(values: number[]): [least: number, most: number] {
  return [Math.min(...values), Math.max(...values)];
}
