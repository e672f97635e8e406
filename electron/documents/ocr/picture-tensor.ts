import type { RasterPage } from '../raster-page.ts';

/** How a network was taught to see colours: (value / 255 − mean) / deviation, for blue, green and red. */
export interface ColourScale {
  mean: readonly [number, number, number];
  deviation: readonly [number, number, number];
}

/** ImageNet's, in the order in which PaddleOCR applies it to blue, green and red. */
export const detectionScale: ColourScale = {
  mean: [0.485, 0.456, 0.406],
  deviation: [0.229, 0.224, 0.225],
};

export const lineScale: ColourScale = { mean: [0.5, 0.5, 0.5], deviation: [0.5, 0.5, 0.5] };

/**
 * Planes of blue, green and red. What the picture does not fill on the right and below is zero, as the networks were
 * taught.
 */
export function pictureTensor(
  picture: RasterPage,
  width: number,
  height: number,
  { mean, deviation }: ColourScale,
): Float32Array {
  const plane = width * height;
  const tensor = new Float32Array(plane * 3);
  const copied = Math.min(width, picture.width);
  for (let channel = 0; channel < 3; channel += 1) {
    const scale = 1 / (255 * (deviation[channel] ?? 1));
    const shift = (mean[channel] ?? 0) / (deviation[channel] ?? 1);
    for (let y = 0; y < Math.min(height, picture.height); y += 1) {
      let from = y * picture.width * 3 + (2 - channel);
      let to = channel * plane + y * width;
      for (let x = 0; x < copied; x += 1, from += 3, to += 1) {
        tensor[to] = (picture.pixels[from] ?? 0) * scale - shift;
      }
    }
  }
  return tensor;
}
