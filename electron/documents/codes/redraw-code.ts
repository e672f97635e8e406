import type { GrayPicture } from './gray-picture.ts';

/** Pixels a module, and free modules around: enough for the engine, and quick. */
const scale = 3;
const quiet = 4;

/** A code as sharp as it was printed. @param sides of each module, row by row: above zero is dark */
export function redrawCode(sides: Int8Array, modules: number): GrayPicture {
  const side = (modules + 2 * quiet) * scale;
  const pixels = new Uint8Array(side * side).fill(255);
  sides.forEach((value, at) => {
    if (value <= 0) return;
    const left = ((at % modules) + quiet) * scale;
    const top = (Math.floor(at / modules) + quiet) * scale;
    for (let y = top; y < top + scale; y += 1) pixels.fill(0, y * side + left, y * side + left + scale);
  });
  return { width: side, height: side, pixels };
}
