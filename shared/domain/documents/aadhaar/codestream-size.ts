/** What the header of a JPEG 2000 codestream says, before anything is decoded. */
export interface CodestreamSize {
  width: number;
  height: number;
  components: number;
  bits: number;
}

/**
 * Reads the SIZ segment, which must follow the start mark at once (ISO/IEC 15444-1, A.5.1). Null where it does not
 * hold together, and where the picture has more than one tile: photos in codes have one, and each tile costs memory.
 */
export function codestreamSize(bytes: Uint8Array): CodestreamSize | null {
  if (bytes.length < 43) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0xff4fff51) return null;
  const [right, bottom, left, top] = [8, 12, 16, 20].map((at) => view.getUint32(at));
  const [tileWidth, tileHeight, tileLeft, tileTop] = [24, 28, 32, 36].map((at) => view.getUint32(at));
  if (right === undefined || bottom === undefined || left === undefined || top === undefined) return null;
  if (tileWidth === undefined || tileHeight === undefined) return null;
  if (left >= right || top >= bottom) return null;
  if (tileLeft !== 0 || tileTop !== 0 || tileWidth < right || tileHeight < bottom) return null;
  return {
    ...{ width: right - left, height: bottom - top },
    components: view.getUint16(40),
    bits: (view.getUint8(42) & 0x7f) + 1,
  };
}
