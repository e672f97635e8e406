import { alongReading, smallestRectangle } from './smallest-rectangle.ts';
import type { SlantedBox } from './text-line.ts';

const inkThreshold = 0.3;
const meanThreshold = 0.55;
/** By how much the shrunken kernels that the network was taught are grown back (area × ratio / perimeter). */
const unclipRatio = 1.6;

/** Lines of text in the network's map of "here is text", in pixels of the map. */
export function textPlaces(map: Float32Array, width: number, height: number): SlantedBox[] {
  const seen = new Uint8Array(width * height);
  const places: SlantedBox[] = [];
  for (let start = 0; start < map.length; start += 1) {
    if (seen[start] === 1 || (map[start] ?? 0) <= inkThreshold) continue;
    const blob = collectBlob(map, seen, width, height, start);
    if (blob.mean < meanThreshold) continue;
    const box = alongReading(smallestRectangle(blob.edge));
    if (Math.min(box.width, box.height) < 3) continue;
    places.push(unclip(box));
  }
  return places;
}

function unclip(box: SlantedBox): SlantedBox {
  const growth = (box.width * box.height * unclipRatio) / (2 * (box.width + box.height));
  return { ...box, width: box.width + 2 * growth, height: box.height + 2 * growth };
}

interface Blob {
  mean: number;
  /** The first and the last point of each row: enough for the hull. */
  edge: { x: number; y: number }[];
}

function collectBlob(
  map: Float32Array,
  seen: Uint8Array,
  width: number,
  height: number,
  start: number,
): Blob {
  const rows = new Map<number, [first: number, last: number]>();
  const waiting = [start];
  seen[start] = 1;
  let sum = 0;
  let count = 0;
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const x = index % width;
    const y = (index - x) / width;
    sum += map[index] ?? 0;
    count += 1;
    const row = rows.get(y);
    if (row === undefined) rows.set(y, [x, x]);
    else {
      row[0] = Math.min(row[0], x);
      row[1] = Math.max(row[1], x);
    }
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny += 1) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx += 1) {
        const next = ny * width + nx;
        if (seen[next] === 1 || (map[next] ?? 0) <= inkThreshold) continue;
        seen[next] = 1;
        waiting.push(next);
      }
    }
  }
  const edge = Array.from(rows, ([y, [first, last]]) => [
    { x: first, y },
    { x: last, y },
  ]).flat();
  return { mean: sum / count, edge };
}
