import { readFile } from 'node:fs/promises';
import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import type { DocumentAssets } from '../document-assets.ts';
import type { GrayPicture } from './gray-picture.ts';

/** A code in a picture, in pixels. `content` is null where it was located and cannot be read. */
export interface LocatedCode {
  corners: { x: number; y: number }[];
  content: { text: string; bytes: Uint8Array } | null;
}

/**
 * Usual QR codes only: no other kind is on the papers, and each one more costs time and may misread. Micro QR codes were
 * seen in the corner marks of usual ones that could not be read.
 */
const usual: ReaderOptions = {
  formats: ['QRCodeModel2'],
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: true,
  returnErrors: true,
  maxNumberOfSymbols: 8,
  textMode: 'Plain',
};

let prepared: Promise<unknown> | null = null;

/** Reads the codes in a picture. The engine gets its WebAssembly from the assets: by itself it would fetch it. */
export async function locateCodes(
  picture: GrayPicture,
  assets: DocumentAssets,
  options: ReaderOptions = {},
): Promise<LocatedCode[]> {
  prepared ??= readFile(assets.path('zxing_reader.wasm')).then((bytes) =>
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(bytes).buffer }, fireImmediately: true }),
  );
  await prepared;
  const results = await readBarcodes(asPgm(picture), { ...usual, ...options });
  return results.map(({ isValid, text, bytes, position }) => ({
    corners: [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft],
    content: isValid ? { text, bytes } : null,
  }));
}

/** The engine takes pictures as files; this one is a line of text and the pixels as they are. */
function asPgm({ width, height, pixels }: GrayPicture): Uint8Array {
  const header = Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1');
  return Buffer.concat([header, pixels]);
}
