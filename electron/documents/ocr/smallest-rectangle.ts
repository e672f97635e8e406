import type { SlantedBox } from './text-line.ts';

interface Point {
  x: number;
  y: number;
}

/** The smallest rectangle, however turned, round some points: one of its sides lies on a side of their hull. */
export function smallestRectangle(points: Point[]): SlantedBox {
  const hull = convexHull(points);
  const first = hull[0] ?? points[0] ?? { x: 0, y: 0 };
  if (hull.length < 2) return { centreX: first.x, centreY: first.y, width: 1, height: 1, angle: 0 };
  let best: SlantedBox | null = null;
  for (const [place, from] of hull.entries()) {
    const to = hull[(place + 1) % hull.length] ?? first;
    const box = rectangleAlong(hull, Math.atan2(to.y - from.y, to.x - from.x));
    if (best === null || box.width * box.height < best.width * best.height) best = box;
  }
  return best === null ? rectangleAlong(hull, 0) : best;
}

function rectangleAlong(points: Point[], angle: number): SlantedBox {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let [minAlong, maxAlong, minAcross, maxAcross] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of points) {
    const along = x * cos + y * sin;
    const across = y * cos - x * sin;
    minAlong = Math.min(minAlong, along);
    maxAlong = Math.max(maxAlong, along);
    minAcross = Math.min(minAcross, across);
    maxAcross = Math.max(maxAcross, across);
  }
  const along = (minAlong + maxAlong) / 2;
  const across = (minAcross + maxAcross) / 2;
  return {
    centreX: along * cos - across * sin,
    centreY: along * sin + across * cos,
    width: maxAlong - minAlong + 1,
    height: maxAcross - minAcross + 1,
    angle,
  };
}

/** Andrew's monotone chain. */
function convexHull(points: Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function halfHull(sorted: Point[]): Point[] {
  const chain: Point[] = [];
  for (const point of sorted) {
    for (;;) {
      const last = chain.at(-1);
      const before = chain.at(-2);
      if (last === undefined || before === undefined) break;
      const turn = (last.x - before.x) * (point.y - before.y) - (last.y - before.y) * (point.x - before.x);
      if (turn > 0) break;
      chain.pop();
    }
    chain.push(point);
  }
  return chain;
}

/** The same rectangle named so that its width is the reading direction: level to a turn of 45° either way. */
export function alongReading(box: SlantedBox): SlantedBox {
  let { width, height } = box;
  let angle = ((box.angle % Math.PI) + Math.PI) % Math.PI;
  if (angle > Math.PI / 2) angle -= Math.PI;
  if (Math.abs(angle) > Math.PI / 4) {
    [width, height] = [height, width];
    angle -= Math.sign(angle) * (Math.PI / 2);
  }
  return { ...box, width, height, angle };
}
