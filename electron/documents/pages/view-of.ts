/** The same bytes as numbers. Reading past their end throws a RangeError, which callers take for "damaged". */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
