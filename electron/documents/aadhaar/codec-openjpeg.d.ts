/** The package has no types of its own. Only what we use. */
declare module '@cornerstonejs/codec-openjpeg/decodewasmjs' {
  export interface Frame {
    width: number;
    height: number;
    bitsPerSample: number;
    componentCount: number;
    isSigned: boolean;
  }
  export interface Decoder {
    /** A view into the codec's memory, to be filled before `decode`. */
    getEncodedBuffer(length: number): Uint8Array;
    /** Samples of one byte up to 8 bits, interleaved. A view: copy it before `delete`. */
    getDecodedBuffer(): Uint8Array;
    getFrameInfo(): Frame;
    decode(): void;
    delete(): void;
  }
  export interface Codec {
    J2KDecoder: new () => Decoder;
  }
  export default function load(options: {
    wasmBinary: Uint8Array;
    print: (text: string) => void;
    printErr: (text: string) => void;
  }): Promise<Codec>;
}
