import { readFile } from 'node:fs/promises';
import load, { type Codec, type Frame } from '@cornerstonejs/codec-openjpeg/decodewasmjs';
import sharp from 'sharp';
import { codestreamSize } from '../../../shared/domain/documents/aadhaar/codestream-size.ts';
import type { DocumentAssets } from '../document-assets.ts';

/** A photo in a code has 60 × 60 pixels and 880 bytes; this leaves room and bounds what a hostile one may cost. */
const largest = { side: 512, bytes: 64 * 1024 };

/**
 * The photo of a code as PNG in base64. Null where it is larger than such photos are, or cannot be decoded: a code
 * without a picture can still be verified.
 */
export async function decodePhoto(codestream: Uint8Array, assets: DocumentAssets): Promise<string | null> {
  const size = codestreamSize(codestream);
  if (size === null || codestream.length > largest.bytes) return null;
  if (Math.max(size.width, size.height) > largest.side) return null;
  if (size.bits !== 8 || ![1, 3].includes(size.components)) return null;
  try {
    const { frame, samples } = decoded(await openCodec(assets), codestream);
    if (frame.width !== size.width || frame.height !== size.height) return null;
    if (samples.length !== size.width * size.height * size.components) return null;
    const raw = { width: size.width, height: size.height, channels: size.components === 1 ? 1 : 3 } as const;
    return (await sharp(samples, { raw }).png().toBuffer()).toString('base64');
  } catch {
    // The codec throws numbers and errors of its own, and after a fault its memory is not to be relied on.
    opened = null;
    return null;
  }
}

function decoded(codec: Codec, codestream: Uint8Array): { frame: Frame; samples: Buffer } {
  const decoder = new codec.J2KDecoder();
  try {
    decoder.getEncodedBuffer(codestream.length).set(codestream);
    decoder.decode();
    return { frame: decoder.getFrameInfo(), samples: Buffer.from(decoder.getDecodedBuffer()) };
  } finally {
    decoder.delete();
  }
}

let opened: Promise<Codec> | null = null;

/** Once a process: compiling costs more than decoding. It is told to be silent: what it prints may hold data. */
function openCodec(assets: DocumentAssets): Promise<Codec> {
  const silent = () => undefined;
  // The codec is CommonJS and reads this name on its way, though it gets its WebAssembly from us. The bundle is none.
  (globalThis as { __dirname?: string }).__dirname ??= '';
  opened ??= readFile(assets.path('openjpegwasm_decode.wasm')).then((wasmBinary) =>
    load({ wasmBinary, print: silent, printErr: silent }),
  );
  return opened;
}
