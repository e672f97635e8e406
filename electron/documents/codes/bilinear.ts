import type { GrayPicture } from './gray-picture.ts';

/** The brightness at a place between pixels, whose middles lie at halves; beside the picture that of its edge. */
export function bilinear({ width, height, pixels }: GrayPicture, x: number, y: number): number {
  const [left, top] = [inside(x - 0.5, width - 1), inside(y - 0.5, height - 1)];
  const [column, row] = [Math.floor(left), Math.floor(top)];
  const [right, below] = [left - column, top - row];
  const at = row * width + column;
  const next = column < width - 1 ? 1 : 0;
  const under = row < height - 1 ? width : 0;
  const upper = mixed(pixels[at] ?? 0, pixels[at + next] ?? 0, right);
  return mixed(upper, mixed(pixels[at + under] ?? 0, pixels[at + under + next] ?? 0, right), below);
}

function inside(value: number, most: number): number {
  return value > 0 ? Math.min(value, most) : 0;
}

function mixed(one: number, other: number, share: number): number {
  return one + (other - one) * share;
}
