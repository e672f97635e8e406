import type { WriteableMetadata } from 'sharp';
import { chanceOf, type Chance } from '../../simulation/random.ts';
import {
  inTurn,
  mapBox,
  rotating,
  scaling,
  shifting,
  slanting,
  type Homography,
} from './damage/homography.ts';
import { renderSheet, toSharp, warp, type Raster } from './damage/raster.ts';
import { addNoise, addUnevenLight, blurred, changeContrast, photocopied } from './damage/wear.ts';
import type { Mark, PixelBox, Sheet } from './papers/drawing-sheet.ts';

export const damages = [
  'none',
  'scan',
  'scan-poor',
  'photocopy',
  'phone',
  'phone-poor',
  'low-200',
  'low-150',
  'turned-90',
  'turned-180',
  'turned-270',
  'exif',
] as const;
export type Damage = (typeof damages)[number];

/** A sheet as a machine or a hand would have taken it. */
export interface DamagedPicture {
  bytes: Buffer;
  mime: 'image/png' | 'image/jpeg';
  /** As a viewer shows it, after the EXIF orientation. */
  width: number;
  height: number;
  dotsPerInch: number;
  /** How far the paper is turned in the shown picture: quarters clockwise. Zero for `exif`, whose tag undoes the turn. */
  quarterTurns: QuarterTurns;
  /** From the sheet's pixels to the shown picture's. */
  map: Homography;
  /** The sheet's marks in the shown picture. */
  marks: Mark[];
  /** The marks in the picture turned upright by `quarterTurns`; its width and height change places for odd turns. */
  uprightMarks: Mark[];
}
export type QuarterTurns = 0 | 1 | 2 | 3;

interface Taking {
  dotsPerInch: number;
  /** Degrees and, for a camera, how far sideways it leans. */
  angle: number;
  slant: { x: number; y: number };
  /** Of the sheet's longer side, left free around it. */
  margin: number;
  ground: readonly [number, number, number];
  blur: number;
  noise: number;
  unevenLight: number;
  contrast: number;
  brightness: number;
  photocopy: boolean;
  turns: QuarterTurns;
  exif: boolean;
  quality: number;
}

/** The same bytes for the same sheet, damage and seed. */
export async function damagePicture(sheet: Sheet, damage: Damage, seed: number): Promise<DamagedPicture> {
  if (damage === 'none') return sharpPicture(sheet);
  const chance = chanceOf(seed ^ 0xda3a6e);
  const taking = takingOf(damage, sheet, chance);
  const source = await renderSheet(sheet, taking.dotsPerInch);
  const { map, width, height } = layOut(source, taking);
  let picture = warp(source, map, width, height, taking.ground);
  picture = await blurred(picture, taking.blur);
  if (taking.photocopy) photocopied(picture, chance);
  if (taking.unevenLight > 0) addUnevenLight(picture, taking.unevenLight, chance);
  changeContrast(picture, taking.contrast, taking.brightness);
  addNoise(picture, taking.noise, chance);
  const bytes = await encode(picture, taking);
  const straight = inTurn(scaling(source.width / sheet.width, source.height / sheet.height), map);
  return described(sheet, straight, picture, taking, bytes);
}

async function sharpPicture(sheet: Sheet): Promise<DamagedPicture> {
  const { width, height } = sheet;
  const bytes = await toSharp(await renderSheet(sheet, 300))
    .withMetadata({ density: 300 })
    .png()
    .toBuffer();
  const whole = { width, height, dotsPerInch: 300, quarterTurns: 0, map: scaling(1) } as const;
  return { bytes, mime: 'image/png', ...whole, marks: sheet.marks, uprightMarks: sheet.marks };
}

function takingOf(damage: Exclude<Damage, 'none'>, sheet: Sheet, chance: Chance): Taking {
  const isPage = sheet.width > 2000;
  const within = (from: number, to: number) => from + (to - from) * chance.next();
  const scan: Taking = {
    dotsPerInch: 300,
    angle: within(-1.2, 1.2),
    slant: { x: 0, y: 0 },
    margin: isPage ? 0.004 : 0.05,
    ground: [233, 232, 227],
    blur: within(0.4, 0.7),
    noise: within(3, 7),
    unevenLight: 0,
    contrast: within(0.86, 1),
    brightness: within(-6, 8),
    photocopy: false,
    turns: 0,
    exif: false,
    quality: Math.round(within(70, 86)),
  };
  const phone: Taking = {
    ...scan,
    dotsPerInch: isPage ? 280 : 420,
    angle: within(-4, 4),
    slant: { x: within(-0.09, 0.09), y: within(-0.09, 0.09) },
    margin: isPage ? 0.03 : 0.12,
    ground: [112, 92, 74],
    blur: within(0.8, 1.3),
    unevenLight: within(0.15, 0.4),
    quality: Math.round(within(62, 80)),
  };
  switch (damage) {
    case 'scan':
      return scan;
    case 'scan-poor':
      return {
        ...scan,
        angle: within(-3, 3),
        blur: within(0.8, 1.1),
        noise: within(8, 14),
        contrast: within(0.65, 0.8),
        quality: Math.round(within(42, 58)),
      };
    case 'photocopy':
      return { ...scan, angle: within(-2, 2), photocopy: true, quality: 62 };
    case 'phone':
      return phone;
    case 'phone-poor':
      return {
        ...phone,
        angle: within(-9, 9),
        slant: { x: within(-0.16, 0.16), y: within(-0.16, 0.16) },
        blur: within(1.4, 2),
        noise: within(7, 12),
        unevenLight: within(0.4, 0.6),
        quality: Math.round(within(45, 60)),
      };
    case 'low-200':
      return { ...scan, dotsPerInch: 200 };
    case 'low-150':
      return { ...scan, dotsPerInch: 150 };
    case 'turned-90':
      return { ...scan, turns: 1 };
    case 'turned-180':
      return { ...scan, turns: 2 };
    case 'turned-270':
      return { ...scan, turns: 3 };
    case 'exif':
      return { ...phone, turns: chance.pick([1, 2, 3] as const), exif: true };
  }
}

/** The sheet in the middle of a canvas with a margin, leaning and turned about its middle. */
function layOut(source: Raster, { angle, slant, margin }: Taking) {
  const longer = Math.max(source.width, source.height);
  const middled = inTurn(
    shifting(-source.width / 2, -source.height / 2),
    slanting(slant.x / longer, slant.y / longer),
    rotating(angle),
  );
  const reach = mapBox(middled, { x: 0, y: 0, width: source.width, height: source.height });
  const space = longer * margin;
  const width = Math.ceil(reach.width + 2 * space);
  const height = Math.ceil(reach.height + 2 * space);
  return { map: inTurn(middled, shifting(space - reach.x, space - reach.y)), width, height };
}

async function encode(picture: Raster, { turns, exif, dotsPerInch, quality }: Taking): Promise<Buffer> {
  const turned = turns === 0 ? toSharp(picture) : toSharp(picture).rotate(turns * 90);
  const metadata: WriteableMetadata = { density: dotsPerInch };
  if (exif) metadata.orientation = [1, 8, 3, 6][turns] ?? 1;
  return turned.withMetadata(metadata).jpeg({ quality, chromaSubsampling: '4:2:0' }).toBuffer();
}

function described(
  sheet: Sheet,
  straight: Homography,
  picture: Raster,
  { turns, exif, dotsPerInch }: Taking,
  bytes: Buffer,
): DamagedPicture {
  const quarterTurns = exif ? 0 : turns;
  const { width, height } = picture;
  const isSideways = quarterTurns % 2 === 1;
  const map = inTurn(straight, turning(quarterTurns, width, height));
  return {
    bytes,
    mime: 'image/jpeg',
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    dotsPerInch,
    quarterTurns,
    map,
    marks: mapMarks(sheet.marks, map),
    uprightMarks: mapMarks(sheet.marks, straight),
  };
}

function mapMarks(marks: readonly Mark[], map: Homography): Mark[] {
  return marks.map(({ what, box }) => ({ what, box: mapBox(map, box) }));
}

/** Quarters clockwise, so that the picture's corner stays at the origin. */
function turning(turns: QuarterTurns, width: number, height: number): Homography {
  const shift = { 0: [0, 0], 1: [height, 0], 2: [width, height], 3: [0, width] } as const;
  const [x, y] = shift[turns];
  return inTurn(rotating(turns * 90), shifting(x, y));
}

export type { Mark, PixelBox };
