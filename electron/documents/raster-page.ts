/** One upright page in memory: three bytes (red, green, blue) a pixel, row by row, without padding. */
export interface RasterPage {
  width: number;
  height: number;
  pixels: Uint8Array;
  /** As the file says or the page's size tells; null where neither does. */
  dotsPerInch: number | null;
}
