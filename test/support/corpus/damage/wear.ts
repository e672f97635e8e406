import type { Chance } from '../../../simulation/random.ts';
import { fromSharp, toSharp, type Raster } from './raster.ts';

/** What optics, paper and machines do to a picture, each by chance from a seed; the picture itself is changed. */
export function addNoise(picture: Raster, strength: number, chance: Chance): void {
  const tile = Float32Array.from(
    { length: 65_536 },
    () => (chance.next() + chance.next() - 1) * strength * 1.7,
  );
  const { pixels } = picture;
  let at = chance.below(65_536);
  for (let place = 0; place < pixels.length; place += 3) {
    // Steps that share no factor with the tile's length keep its rows from showing as a pattern.
    at = (at + 40_503 + (place % 7)) & 0xffff;
    const grain = tile[at] ?? 0;
    for (let channel = 0; channel < 3; channel += 1) {
      pixels[place + channel] = clamp((pixels[place + channel] ?? 0) + grain);
    }
  }
}

/** Darker away from the lamp, as photos by hand are. `loss` is the share of light lost at the far end. */
export function addUnevenLight(picture: Raster, loss: number, chance: Chance): void {
  const { width, height, pixels } = picture;
  const angle = chance.next() * Math.PI * 2;
  const [alongX, alongY] = [Math.cos(angle) / width, Math.sin(angle) / height];
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) {
      const light = 1 - loss * (0.5 + 0.7 * ((x - width / 2) * alongX + (y - height / 2) * alongY));
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[at + channel] = clamp((pixels[at + channel] ?? 0) * light);
      }
    }
  }
}

/** About the middle grey; `brightness` is added afterwards. */
export function changeContrast(picture: Raster, contrast: number, brightness: number): void {
  const curve = Uint8Array.from({ length: 256 }, (_, value) =>
    clamp((value - 128) * contrast + 128 + brightness),
  );
  picture.pixels.forEach((value, place) => (picture.pixels[place] = curve[value] ?? 0));
}

/** Grey, hard, with the stripes of a dirty drum and specks of toner. */
export function photocopied(picture: Raster, chance: Chance): void {
  turnGrey(picture);
  changeContrast(picture, 2 + chance.next() * 0.8, 34 + chance.next() * 16);
  const { width, height, pixels } = picture;
  for (let streak = 0; streak < 6; streak += 1) {
    const shade = chance.next() * 60 - 20;
    darken(picture, chance.below(width), 0, 1 + chance.below(2), height, shade);
  }
  const specks = Math.round(pixels.length / 3 / 6000);
  for (let speck = 0; speck < specks; speck += 1) {
    const side = 1 + chance.below(3);
    darken(picture, chance.below(width), chance.below(height), side, side, 120 + chance.below(100));
  }
}

function turnGrey({ pixels }: Raster): void {
  for (let at = 0; at < pixels.length; at += 3) {
    const grey = 0.3 * (pixels[at] ?? 0) + 0.59 * (pixels[at + 1] ?? 0) + 0.11 * (pixels[at + 2] ?? 0);
    pixels.fill(grey, at, at + 3);
  }
}

function darken(picture: Raster, x: number, y: number, width: number, height: number, shade: number): void {
  for (let row = y; row < Math.min(y + height, picture.height); row += 1) {
    const from = (row * picture.width + x) * 3;
    const to = (row * picture.width + Math.min(x + width, picture.width)) * 3;
    for (let at = from; at < to; at += 1) picture.pixels[at] = clamp((picture.pixels[at] ?? 0) - shade);
  }
}

export async function blurred(picture: Raster, sigma: number): Promise<Raster> {
  return sigma < 0.3 ? picture : fromSharp(toSharp(picture).blur(sigma));
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : value;
}
