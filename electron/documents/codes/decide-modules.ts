import type { CodePlan } from './code-plan.ts';
import { leastSquares } from './least-squares.ts';
import { density, type SampledGrid } from './sample-grid.ts';

/** Samples on each side of a module's middle that have a say in it: its neighbours' edges, which blur mixes in. */
const reach = 3;
const width = 2 * reach + 1;
/** The samples, and a constant. */
const size = width * width + 1;
/** The filter is learnt again from every so many modules, as they were decided. */
const every = 3;
const rounds = 2;

/**
 * Which modules are dark, row by row. Blur, resolution and sharpening differ from picture to picture, so the filter that
 * undoes them is learnt from the code itself: first from the marks, whose modules are known, then from all modules as
 * they came out, of which nearly all are right.
 */
export function decideModules(grid: SampledGrid, { modules, marks, timing }: CodePlan): Int8Array {
  const known = new Int8Array(modules * modules);
  for (const { column, row, dark } of [...marks, ...timing].flat())
    known[row * modules + column] = dark ? 1 : -1;
  const features = neighbourhoods(grid, modules);
  let weights = learn(features, known, (at) => known[at] !== 0);
  for (let round = 0; round < rounds; round += 1) {
    const decided = decide(features, weights, known);
    weights = learn(features, decided, (at) => at % every === round || known[at] !== 0);
  }
  return decide(features, weights, known);
}

function learn(features: Float64Array, sides: Int8Array, isExample: (at: number) => boolean): Float64Array {
  const places = Array.from(sides.keys()).filter(isExample);
  const chosen = new Float64Array(places.length * size);
  places.forEach((at, example) => {
    chosen.set(features.subarray(at * size, (at + 1) * size), example * size);
  });
  return leastSquares({ size, features: chosen, wanted: Float64Array.from(places, (at) => sides[at] ?? 0) });
}

/** 1 for dark, -1 for light; what is known stays. */
function decide(features: Float64Array, weights: Float64Array, known: Int8Array): Int8Array {
  return known.map((side, at) => {
    if (side !== 0) return side;
    let sum = 0;
    for (let place = 0; place < size; place += 1)
      sum += (features[at * size + place] ?? 0) * (weights[place] ?? 0);
    return sum > 0 ? 1 : -1;
  });
}

function neighbourhoods({ side, samples }: SampledGrid, modules: number): Float64Array {
  const features = new Float64Array(modules * modules * size);
  let at = 0;
  for (let row = 0; row < modules; row += 1) {
    for (let column = 0; column < modules; column += 1) {
      const [middleRow, middleColumn] = [row * density + density / 2, column * density + density / 2];
      for (let y = middleRow - reach; y <= middleRow + reach; y += 1) {
        const line = inside(y, side) * side;
        for (let x = middleColumn - reach; x <= middleColumn + reach; x += 1)
          features[at++] = samples[line + inside(x, side)] ?? 0;
      }
      features[at++] = 1;
    }
  }
  return features;
}

function inside(place: number, side: number): number {
  return Math.min(Math.max(place, 0), side - 1);
}
