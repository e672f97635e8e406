import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Encoder {
  getDecodedBuffer(frame: {
    width: number;
    height: number;
    bitsPerSample: number;
    componentCount: number;
    isSigned: boolean;
  }): Uint8Array;
  setQuality(lossless: boolean, layers: number): void;
  setCompressionRatio(layer: number, ratio: number): void;
  encode(): void;
  getEncodedBuffer(): Uint8Array;
  delete(): void;
}
type Codec = { J2KEncoder: new () => Encoder };
type CodecFactory = (options: object) => Promise<Codec>;

const require = createRequire(import.meta.url);
let codec: Promise<Codec> | null = null;

/** A raw codestream (`FF4F` … `FFD9`) of three components, a twelfth of the pixels' size as in real codes. */
export async function jpeg2000(rgb: Uint8Array, width: number, height: number): Promise<Buffer> {
  codec ??= openCodec();
  const encoder = new (await codec).J2KEncoder();
  const frame = { width, height, bitsPerSample: 8, componentCount: 3, isSigned: false };
  encoder.getDecodedBuffer(frame).set(rgb);
  // One quality layer: the ratio is heeded only when it is named for each layer there is.
  encoder.setQuality(false, 1);
  encoder.setCompressionRatio(0, 12);
  encoder.encode();
  const codestream = Buffer.from(encoder.getEncodedBuffer());
  encoder.delete();
  return codestream;
}

function openCodec(): Promise<Codec> {
  const factory = require('@cornerstonejs/codec-openjpeg/wasmjs') as CodecFactory;
  const wasmBinary = readFileSync(require.resolve('@cornerstonejs/codec-openjpeg/wasm'));
  return factory({ wasmBinary, print: () => undefined, printErr: () => undefined });
}
