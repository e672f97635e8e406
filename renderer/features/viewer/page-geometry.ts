/** Quarter turns clockwise, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;

/** How large the page is shown: fitted to the pane, or a factor of its own size (1 = one CSS pixel a pixel). */
export type Zoom = 'fit-width' | 'fit-page' | number;

export interface Size {
  width: number;
  height: number;
}

export const minZoom = 0.1;
export const maxZoom = 8;
/** A canvas or picture above this is not made: 40 megapixels are 160 MB, what an office PC of 4 GB can spare. */
export const maxPixels = 40_000_000;
export const maxPages = 20;
const zoomRatio = 1.25;

/** A page's size as it stands after the rotation. */
export function rotated(page: Size, rotation: Rotation): Size {
  return rotation % 180 === 0 ? page : { width: page.height, height: page.width };
}

/** The factor by which the page is shown in a pane of this size (the free space inside its padding). */
export function scaleFor(zoom: Zoom, page: Size, rotation: Rotation, pane: Size): number {
  if (typeof zoom === 'number') return clampZoom(zoom);
  const { width, height } = rotated(page, rotation);
  const byWidth = pane.width / width;
  return clampZoom(zoom === 'fit-width' ? byWidth : Math.min(byWidth, pane.height / height));
}

export function clampZoom(zoom: number): number {
  return Number.isFinite(zoom) ? Math.min(maxZoom, Math.max(minZoom, zoom)) : 1;
}

/** One step larger or smaller, from whatever is shown now. */
export function zoomStep(shown: number, direction: 'in' | 'out'): number {
  return clampZoom(direction === 'in' ? shown * zoomRatio : shown / zoomRatio);
}

/** The factor at which a page is drawn: sharp for the screen's pixels, yet never above `maxPixels`. */
export function drawScale(page: Size, shown: number, pixelRatio: number): number {
  const wanted = shown * pixelRatio;
  const pixels = page.width * page.height * wanted * wanted;
  return pixels <= maxPixels ? wanted : wanted * Math.sqrt(maxPixels / pixels);
}

export function isTooLarge(picture: Size): boolean {
  return picture.width * picture.height > maxPixels;
}

/** Where to scroll after a zoom, so that the point under the pointer stays under it. All in CSS pixels. */
export function scrollAfterZoom(scroll: number, pointer: number, ratio: number): number {
  return Math.max(0, (scroll + pointer) * ratio - pointer);
}

export function turnRight(rotation: Rotation): Rotation {
  const turned = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;
  return turned[rotation];
}
