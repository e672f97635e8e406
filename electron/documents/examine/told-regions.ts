import { mostRegions, type MaskedRegion } from '../../../shared/domain/documents/document-reading.ts';
import type { PageBox } from '../../../shared/domain/documents/page-box.ts';

/**
 * What was burned out, as it is told: both engines find most numbers, and each place is told once. All of them are
 * burned; of a document full of numbers no more are told than an answer may hold.
 */
export function toldRegions(regions: readonly MaskedRegion[]): MaskedRegion[] {
  const told: MaskedRegion[] = [];
  for (const region of regions) {
    const same = told.findIndex((other) => other.what === region.what && isOnePlace(other.box, region.box));
    const before = told[same];
    if (!before || region.what === 'by-hand') told.push(region);
    else told[same] = { ...before, box: around(before.box, region.box) };
  }
  return told.slice(0, mostRegions);
}

/** Half of the smaller lies in the larger. */
function isOnePlace(a: PageBox, b: PageBox): boolean {
  if (a.page !== b.page) return false;
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return false;
  return width * height >= Math.min(a.width * a.height, b.width * b.height) / 2;
}

function around(a: PageBox, b: PageBox): PageBox {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  const width = Math.max(a.x + a.width, b.x + b.width) - x;
  const height = Math.max(a.y + a.height, b.y + b.height) - y;
  return { page: a.page, x, y, width, height };
}
