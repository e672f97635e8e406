import { bilinear } from './bilinear.ts';
import type { FittedGrid } from './fit-grid.ts';
import type { GrayPicture } from './gray-picture.ts';
import { squareMap } from './square-map.ts';

/** Samples a module, along each side. The middle of a module is a sample, and so are its corners and edges. */
export const density = 2;

/** Brightness is measured against that of so many modules on each side. */
const reach = 6;
/** Grey levels: where a picture varies less than by this, there is nothing to see. */
const leastSpread = 2;

/** A code straightened: `side` × `side` samples, 0 where as bright as what is around, in units of how that varies. */
export interface SampledGrid {
  side: number;
  samples: Float64Array;
}

export function sampleGrid(picture: GrayPicture, { plan, corners }: FittedGrid): SampledGrid {
  const side = plan.modules * density + 1;
  const map = squareMap(corners);
  const samples = new Float64Array(side * side);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const { x, y } = map(column / (side - 1), row / (side - 1));
      samples[row * side + column] = bilinear(picture, x, y);
    }
  }
  return { side, samples: flattened(samples, side) };
}

/** Takes away what light and paper do: the mean about each sample, and the spread. */
function flattened(samples: Float64Array, side: number): Float64Array {
  const mean = boxMean(samples, side);
  const square = boxMean(
    samples.map((value) => value * value),
    side,
  );
  return samples.map((value, at) => {
    const middle = mean[at] ?? 0;
    const spread = Math.sqrt(Math.max((square[at] ?? 0) - middle * middle, leastSpread ** 2));
    return (value - middle) / spread;
  });
}

/** The mean over the square about each sample, of what of it is inside; by sums over rectangles from the corner. */
function boxMean(values: Float64Array, side: number): Float64Array {
  const wide = side + 1;
  const sums = new Float64Array(wide * wide);
  for (let row = 0; row < side; row += 1) {
    let sum = 0;
    for (let column = 0; column < side; column += 1) {
      sum += values[row * side + column] ?? 0;
      const at = (row + 1) * wide + column + 1;
      sums[at] = (sums[at - wide] ?? 0) + sum;
    }
  }
  const about = reach * density;
  return values.map((_, at) => {
    const [row, column] = [Math.floor(at / side), at % side];
    const [top, bottom] = [Math.max(0, row - about), Math.min(side, row + about + 1)];
    const [left, right] = [Math.max(0, column - about), Math.min(side, column + about + 1)];
    const above = (sums[top * wide + right] ?? 0) - (sums[top * wide + left] ?? 0);
    const below = (sums[bottom * wide + right] ?? 0) - (sums[bottom * wide + left] ?? 0);
    return (below - above) / ((bottom - top) * (right - left));
  });
}
