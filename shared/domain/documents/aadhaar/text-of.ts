/**
 * The text of a field: ISO 8859-1 as published, but UTF-8 where the bytes are exactly that and more than ASCII, as a
 * name in Hindi needs. Text of ISO 8859-1 with accents is practically never well-formed UTF-8.
 */
export function textOf(bytes: Uint8Array): string {
  return utf8(bytes) ?? Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** Null where the bytes are no well-formed UTF-8; overlong forms and surrogates are not. */
function utf8(bytes: Uint8Array): string | null {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at] ?? 0;
    const length =
      first < 0x80 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    const rest = bytes.subarray(at + 1, at + length);
    if (length === 0 || rest.length < length - 1 || !rest.every((byte) => byte >> 6 === 2)) return null;
    const lead = length === 1 ? first : first & (0xff >> (length + 1));
    const point = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead);
    if (point >= 0xd800 && point <= 0xdfff) return null;
    if ((length === 3 && point < 0x800) || (length === 4 && (point < 0x10000 || point > 0x10ffff)))
      return null;
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}
