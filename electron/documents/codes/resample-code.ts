import type { DocumentAssets } from '../document-assets.ts';
import { locateCodes, type LocatedCode } from './code-reader.ts';
import { decideModules } from './decide-modules.ts';
import { enlargeSmoothly, type PixelBox } from './enlarge.ts';
import { fitGrid } from './fit-grid.ts';
import type { GrayPicture } from './gray-picture.ts';
import { redrawCode } from './redraw-code.ts';
import { sampleGrid } from './sample-grid.ts';

/** Pixels along a code from which on its modules have enough of them, three at the sizes of Aadhaar. */
const enough = 380;

/**
 * Reads a code that was located and could not be read: its modules are sampled anew, by a grid that is fitted to the
 * marks of the code and a filter that is learnt from them, and drawn clean. Whether it is then read is up to the engine
 * and the code's error correction, as for any other picture.
 * @param box where it lies, with a margin
 */
export async function resampleCode(
  picture: GrayPicture,
  { corners }: LocatedCode,
  box: PixelBox,
  assets: DocumentAssets,
): Promise<LocatedCode | null> {
  const factor = Math.max(box.width, box.height) < enough ? 2 : 1;
  const piece = await enlargeSmoothly(picture, box, factor);
  const start = corners.map(({ x, y }) => ({ x: (x - box.x) * factor, y: (y - box.y) * factor }));
  if (!isFour(start)) return null;
  const grid = fitGrid(piece, start);
  const sides = decideModules(sampleGrid(piece, grid), grid.plan);
  const clean = redrawCode(sides, grid.plan.modules);
  const [code] = await locateCodes(clean, assets, { tryDownscale: false, maxNumberOfSymbols: 1 });
  if (!code?.content) return null;
  const fitted = grid.corners.map(({ x, y }) => ({ x: box.x + x / factor, y: box.y + y / factor }));
  return { corners: fitted, content: code.content };
}

function isFour<T>(list: T[]): list is [T, T, T, T] {
  return list.length === 4;
}
