import sharp from 'sharp';
import { chanceOf, type Chance } from '../../../simulation/random.ts';
import { drawQr } from '../codes/draw-qr.ts';
import { makeEkyc } from '../files/ekyc-zip.ts';
import { makeRasterPdf, makeTextPdf } from '../files/pdf.ts';
import { makeFaxTiff, makeTiff } from '../files/tiff.ts';
import { samplePerson } from '../person.ts';
import { hostilePayload } from './hostile-payload.ts';
import { mutated } from './mutate.ts';
import { pdfBomb, pdfBombs } from './pdf-bombs.ts';
import {
  heicOfNestedBoxes,
  jpegOfSize,
  pngBomb,
  pngTextBomb,
  tiffLoop,
  tiffOfManyDirectories,
  tiffOfSize,
} from './picture-bombs.ts';
import { xmlBomb, xmlBombs } from './xml-bombs.ts';
import { zipBomb, zipBombs, zipOf } from './zip-bombs.ts';

export type HostileKind =
  'mutated' | 'picture-bomb' | 'pdf-bomb' | 'zip-bomb' | 'xml' | 'code' | 'mislabelled';

export interface HostileFile {
  name: string;
  bytes: Buffer;
  kind: HostileKind;
}

/**
 * A file meant to do harm, of at most about 6 MB; the same bytes for the same seed. Seven of ten are sound files with
 * a few faults. No full number of anybody is in a picture or text of it, as no sample person's card is used.
 */
export async function hostileFile(seed: number): Promise<HostileFile> {
  const chance = chanceOf(seed ^ 0x0bad_f11e);
  const kind = kindBy(chance.next());
  const { name, bytes } = await made(kind, seed, chance);
  return { name: `${seed}-${name}`, bytes, kind };
}

function kindBy(share: number): HostileKind {
  if (share < 0.7) return 'mutated';
  const rest = ['picture-bomb', 'pdf-bomb', 'zip-bomb', 'xml', 'code', 'mislabelled'] as const;
  return rest[Math.floor(((share - 0.7) / 0.3) * rest.length)] ?? 'mislabelled';
}

interface Made {
  name: string;
  bytes: Buffer;
}

async function made(kind: HostileKind, seed: number, chance: Chance): Promise<Made> {
  switch (kind) {
    case 'mutated': {
      const { name, bytes } = chance.pick(await soundFiles());
      return { name, bytes: mutated(bytes, chance) };
    }
    case 'picture-bomb':
      return pictureBomb(chance);
    case 'pdf-bomb': {
      const bomb = chance.pick(pdfBombs);
      return { name: `${bomb}.pdf`, bytes: kept(`pdf/${bomb}`, () => pdfBomb(bomb)) };
    }
    case 'zip-bomb': {
      const bomb = chance.pick(zipBombs);
      return { name: `${bomb}.zip`, bytes: kept(`zip/${bomb}`, () => zipBomb(bomb)) };
    }
    case 'xml': {
      const bomb = chance.pick(xmlBombs);
      const text = Buffer.from(xmlBomb(bomb));
      const isPacked = chance.next() < 0.7;
      return {
        name: `${bomb}.${isPacked ? 'zip' : 'xml'}`,
        bytes: isPacked ? zipOf({ 'offline.xml': text }) : text,
      };
    }
    case 'code':
      return codePicture(seed);
    case 'mislabelled': {
      const { bytes } = chance.pick(await soundFiles());
      const ending = chance.pick(['jpg', 'png', 'pdf', 'tif', 'heic', 'zip', 'exe', '']);
      return { name: `other.${ending}`, bytes: chance.next() < 0.3 ? Buffer.alloc(chance.below(40)) : bytes };
    }
  }
}

async function pictureBomb(chance: Chance): Promise<Made> {
  const side = chance.pick([30_000, 65_535, 200_000, 0x7fff_ffff]);
  switch (chance.below(8)) {
    case 0:
      return { name: 'bomb.png', bytes: kept('png/30000', () => pngBomb(30_000, 30_000, true)) };
    case 1:
      return { name: 'header.png', bytes: pngBomb(side, side) };
    case 2:
      return { name: 'text.png', bytes: kept('png/text', pngTextBomb) };
    case 3: {
      const jpeg = (await soundFiles()).find(({ name }) => name === 'sound.jpg');
      return { name: 'header.jpg', bytes: jpegOfSize(jpeg?.bytes ?? Buffer.alloc(0), 65_500, 65_500) };
    }
    case 4:
      return { name: 'many.tif', bytes: kept('tiff/many', tiffOfManyDirectories) };
    case 5:
      return { name: 'loop.tif', bytes: tiffLoop(chance.next() < 0.5 ? 1 : 2) };
    case 6:
      return { name: 'header.tif', bytes: tiffOfSize(side, side, chance.pick([1, 1000, 0x7fff_ffff])) };
    default:
      return { name: 'boxes.heic', bytes: heicOfNestedBoxes(1 + chance.below(3000)) };
  }
}

/** A hostile payload as a code, where it fits into one; else as text. */
async function codePicture(seed: number): Promise<Made> {
  const payload = hostilePayload(seed);
  if (payload.length === 0 || Buffer.byteLength(payload) > (/^\d+$/.test(payload) ? 7000 : 2900)) {
    return { name: 'payload.txt', bytes: Buffer.from(payload) };
  }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="740" height="740">${drawQr(payload, 0, 0, 740)}</svg>`;
  return {
    name: 'code.png',
    bytes: await sharp(Buffer.from(svg)).flatten({ background: '#fff' }).png().toBuffer(),
  };
}

let sound: Promise<Made[]> | null = null;

/** Small files of each kind that is taken in; the ground on which faults are sown. */
function soundFiles(): Promise<Made[]> {
  sound ??= makeSoundFiles();
  return sound;
}

async function makeSoundFiles(): Promise<Made[]> {
  const [width, height] = [320, 200];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#eef"/>${drawQr('SAMPLE', 20, 20, 160)}<circle cx="250" cy="100" r="50" fill="#a63"/></svg>`;
  const picture = sharp(Buffer.from(svg)).flatten({ background: '#fff' });
  const [png, jpg] = [await picture.png().toBuffer(), await picture.jpeg().toBuffer()];
  const pages = [{ bytes: png, mime: 'image/png', width, height, dotsPerInch: 100 } as const];
  const person = { ...samplePerson(1), aadhaar: () => '0000' };
  const { xml } = await makeEkyc(person, { encryption: 'none' });
  return [
    { name: 'sound.png', bytes: png },
    { name: 'sound.jpg', bytes: jpg },
    {
      name: 'exif.jpg',
      bytes: await picture.withMetadata({ orientation: 6 }).jpeg({ progressive: true }).toBuffer(),
    },
    { name: 'sound.tif', bytes: await makeTiff([...pages, ...pages]) },
    { name: 'jpeg.tif', bytes: await makeTiff(pages, { packing: 'jpeg' }) },
    { name: 'lzw.tif', bytes: await picture.tiff({ compression: 'lzw' }).toBuffer() },
    { name: 'fax.tif', bytes: await makeFaxTiff(png) },
    { name: 'sound.pdf', bytes: await makeRasterPdf(pages) },
    { name: 'text.pdf', bytes: await makeTextPdf(person) },
    { name: 'sound.heic', bytes: heicOfNestedBoxes(6) },
    { name: 'sound.zip', bytes: zipOf({ 'offline.xml': Buffer.from(xml) }) },
    { name: 'sound.xml', bytes: Buffer.from(xml) },
  ];
}

const bombs = new Map<string, Buffer>();

/** A large bomb takes a while to fill: once a process is enough. Copied, as a reader may write into what it gets. */
function kept(key: string, make: () => Buffer): Buffer {
  const bomb = bombs.get(key) ?? make();
  bombs.set(key, bomb);
  return Buffer.from(bomb);
}
