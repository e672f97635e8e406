import { readFile } from 'node:fs/promises';
import type { DocumentAssets } from '../document-assets.ts';
import type { RasterPage } from '../raster-page.ts';
import { decodeSteps } from './decode-steps.ts';
import { openOnnxModel, type OnnxModel } from './onnx-model.ts';
import { openOnnxRuntime } from './onnx-runtime.ts';
import { detectionScale, lineScale, pictureTensor } from './picture-tensor.ts';
import { cutOut, scalePage } from './sample-pixels.ts';
import type { SlantedBox, TextLine } from './text-line.ts';
import { textPlaces } from './text-places.ts';

/** PP-OCRv4: finds lines, says whether they stand on their head, reads them. Knows Latin letters and digits, no Hindi. */
export interface PaddleEngine {
  /** The lines on the page, top to bottom. `longSide` is the size at which it is looked at, in pixels. */
  findLines(page: RasterPage, longSide?: number): Promise<SlantedBox[]>;
  readLine(page: RasterPage, place: SlantedBox): Promise<TextLine>;
  /** The probability that a line stands on its head. */
  upsideDown(page: RasterPage, place: SlantedBox): Promise<number>;
  release(): Promise<void>;
}

export const defaultLongSide = 960;
const lineHeight = 48;
/** The longest line that is read in one go; a longer one is squeezed. */
const widestLine = 1600;

export async function openPaddleEngine(assets: DocumentAssets): Promise<PaddleEngine> {
  const runtime = await openOnnxRuntime(assets);
  const [detection, direction, recognition, keys] = await Promise.all([
    openOnnxModel(runtime, assets, 'det.onnx'),
    openOnnxModel(runtime, assets, 'cls.onnx'),
    openOnnxModel(runtime, assets, 'rec.onnx'),
    readFile(assets.path('rec-keys.txt'), 'utf8'),
  ]);
  const alphabet = [
    ...keys
      .replace(/\n$/, '')
      .split('\n')
      .map((key) => key.replace('\r', '')),
    ' ',
  ];
  return {
    findLines: (page, longSide = defaultLongSide) => findLines(detection, page, longSide),
    readLine: (page, place) => readLine(recognition, alphabet, page, place),
    upsideDown: (page, place) => upsideDown(direction, page, place),
    async release() {
      await Promise.all([detection.release(), direction.release(), recognition.release()]);
    },
  };
}

async function findLines(model: OnnxModel, page: RasterPage, longSide: number): Promise<SlantedBox[]> {
  const shrink = Math.min(1, longSide / Math.max(page.width, page.height));
  const width = Math.max(1, Math.round(page.width * shrink));
  const height = Math.max(1, Math.round(page.height * shrink));
  const small = shrink === 1 ? page : scalePage(page, width, height);
  // Padded, not stretched, to whole multiples of 32: stretched, the boxes lie beside the text.
  const [paddedWidth, paddedHeight] = [multipleOf32(width), multipleOf32(height)];
  const input = pictureTensor(small, paddedWidth, paddedHeight, detectionScale);
  const { values } = await model.run(input, [1, 3, paddedHeight, paddedWidth]);
  return textPlaces(values, paddedWidth, paddedHeight)
    .map((place) => onPage(place, page.width / width, page.height / height))
    .filter((place) => Math.min(place.width, place.height) >= 6)
    .sort((a, b) => a.centreY - b.centreY);
}

/** The map's pixels are counted by their corner, places by their middle: hence the half. */
function onPage(place: SlantedBox, scaleX: number, scaleY: number): SlantedBox {
  return {
    centreX: (place.centreX + 0.5) * scaleX,
    centreY: (place.centreY + 0.5) * scaleY,
    width: place.width * scaleX,
    height: place.height * scaleY,
    angle: place.angle,
  };
}

async function readLine(
  model: OnnxModel,
  alphabet: string[],
  page: RasterPage,
  place: SlantedBox,
): Promise<TextLine> {
  const picture = cutOut(page, place, lineHeight);
  const line = picture.width > widestLine ? scalePage(picture, widestLine, lineHeight) : picture;
  const width = Math.max(64, Math.ceil(line.width / 8) * 8);
  const input = pictureTensor(line, width, lineHeight, lineScale);
  const { values, shape } = await model.run(input, [1, 3, lineHeight, width]);
  const read = decodeSteps(values, shape[1] ?? 0, alphabet, width / line.width);
  return { ...read, place };
}

async function upsideDown(model: OnnxModel, page: RasterPage, place: SlantedBox): Promise<number> {
  const picture = cutOut(page, place, lineHeight);
  const input = pictureTensor(picture, 192, lineHeight, lineScale);
  const { values } = await model.run(input, [1, 3, lineHeight, 192]);
  return values[1] ?? 0;
}

function multipleOf32(size: number): number {
  return Math.max(32, Math.ceil(size / 32) * 32);
}
