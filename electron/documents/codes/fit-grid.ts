import { bilinear } from './bilinear.ts';
import { codePlan, versions, type CodePlan, type KnownModule } from './code-plan.ts';
import type { GrayPicture } from './gray-picture.ts';
import { squareMap, type Corners } from './square-map.ts';

export interface FittedGrid {
  plan: CodePlan;
  corners: Corners;
}

/** The sizes that are tried; the timing rows mostly tell the right one alone. */
const candidates = 3;
/** In modules: how far corners are moved, again and again, each time less. */
const steps = [0.5, 0.25, 0.12, 0.06] as const;

/**
 * How many modules a code has and where its corners lie to a fraction of a pixel, from marks that stand in every code.
 * @param corners where it was located, to about a module
 */
export function fitGrid(picture: GrayPicture, corners: Corners): FittedGrid {
  const plans = Array.from({ length: versions.most - versions.least + 1 }, (_, at) =>
    codePlan(at + versions.least),
  );
  const likely = plans
    .map((plan) => ({ plan, contrast: meanContrast(picture, corners, plan, plan.timing) }))
    .sort((one, other) => other.contrast - one.contrast)
    .slice(0, candidates);
  const fitted = likely.map(({ plan }) => moveCorners(picture, corners, plan));
  return fitted.reduce((best, next) => (next.contrast > best.contrast ? next : best));
}

/** Moves one corner at a time, as long as the marks stand out more. */
function moveCorners(picture: GrayPicture, from: Corners, plan: CodePlan): FittedGrid & { contrast: number } {
  const known = [...plan.marks, ...plan.timing];
  const module = Math.hypot(from[1].x - from[0].x, from[1].y - from[0].y) / plan.modules;
  let best = { plan, corners: from, contrast: meanContrast(picture, from, plan, known) };
  for (const step of steps) {
    for (let round = 0; round < 2; round += 1) {
      for (const corners of moves(step * module)) {
        const moved = corners(best.corners);
        const contrast = meanContrast(picture, moved, plan, known);
        if (contrast > best.contrast) best = { plan, corners: moved, contrast };
      }
    }
  }
  return best;
}

function moves(step: number): ((corners: Corners) => Corners)[] {
  const ways = [
    [step, 0],
    [-step, 0],
    [0, step],
    [0, -step],
  ] as const;
  return [0, 1, 2, 3].flatMap((which) =>
    ways.map(([x, y]) => (corners: Corners) => {
      const [one, two, three, four] = corners.map((corner, at) =>
        at === which ? { x: corner.x + x, y: corner.y + y } : corner,
      );
      return one && two && three && four ? ([one, two, three, four] as const) : corners;
    }),
  );
}

/** By how much the light modules of a mark are brighter than its dark ones; the mean over marks. */
function meanContrast(
  picture: GrayPicture,
  corners: Corners,
  { modules }: CodePlan,
  marks: readonly KnownModule[][],
): number {
  const map = squareMap(corners);
  let sum = 0;
  for (const mark of marks) {
    const [light, dark] = [
      { sum: 0, count: 0 },
      { sum: 0, count: 0 },
    ];
    for (const known of mark) {
      const { x, y } = map((known.column + 0.5) / modules, (known.row + 0.5) / modules);
      const side = known.dark ? dark : light;
      side.sum += bilinear(picture, x, y);
      side.count += 1;
    }
    sum += light.sum / light.count - dark.sum / dark.count;
  }
  return sum / marks.length;
}
