import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import { clampZoom, rotated, type Rotation, type Size } from './page-geometry.ts';

/** A piece of a page in fractions of it: 0 left and top, 1 right and bottom. */
export type Fractions = Omit<PageBox, 'page'>;

/** Where a piece of the upright page lies once the page is turned by `rotation`. */
export function turnedBox({ x, y, width, height }: Fractions, rotation: Rotation): Fractions {
  switch (rotation) {
    case 0:
      return { x, y, width, height };
    case 90:
      return { x: 1 - y - height, y: x, width: height, height: width };
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height };
    case 270:
      return { x: y, y: 1 - x - width, width: height, height: width };
  }
}

const backTurn = { 0: 0, 90: 270, 180: 180, 270: 90 } as const;

/** The reverse of `turnedBox`: what was marked on the turned page, on the upright one. */
export function uprightBox(box: Fractions, rotation: Rotation): Fractions {
  return turnedBox(box, backTurn[rotation]);
}

/** The most of the pane that a place fills: what stands round it is what the officer reads it by. */
const widthShare = 0.62;
const heightShare = 0.3;
/** A single word is not blown up to fill the pane. */
const mostOverFit = 2.6;

/** The factor at which a place is read well: never smaller than the page fitted to the pane's width. */
export function zoomForBox(box: Fractions, page: Size, rotation: Rotation, pane: Size): number {
  const turned = rotated(page, rotation);
  const { width, height } = turnedBox(box, rotation);
  const fit = pane.width / turned.width;
  const byWidth = (pane.width * widthShare) / Math.max(1, width * turned.width);
  const byHeight = (pane.height * heightShare) / Math.max(1, height * turned.height);
  return clampZoom(Math.min(fit * mostOverFit, Math.max(fit, Math.min(byWidth, byHeight))));
}

/** Where to scroll so that a place stands in the middle of the pane, as far as the page reaches. In CSS pixels. */
export function scrollForBox(
  box: Fractions,
  page: Size,
  rotation: Rotation,
  view: { zoom: number; pane: Size },
): { left: number; top: number } {
  const turned = rotated(page, rotation);
  const { x, y, width, height } = turnedBox(box, rotation);
  const middle = (at: number, length: number, whole: number, shown: number) =>
    Math.max(0, (at + length / 2) * whole * view.zoom - shown / 2);
  return {
    left: middle(x, width, turned.width, view.pane.width),
    top: middle(y, height, turned.height, view.pane.height),
  };
}
