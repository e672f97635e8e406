/** As much of DER as a self-signed certificate needs. */
export function der(tag: number, ...contents: Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
}

export const sequence = (...items: Uint8Array[]) => der(0x30, ...items);
export const setOf = (...items: Uint8Array[]) => der(0x31, ...items);
export const utf8 = (text: string) => der(0x0c, Buffer.from(text));
export const nothing = () => der(0x05);
export const bits = (content: Uint8Array) => der(0x03, Buffer.from([0]), content);
export const explicit = (place: number, content: Uint8Array) => der(0xa0 + place, content);
export const integer = (value: number) => der(0x02, Buffer.from([value]));
/** `YYYYMMDDHHMMSSZ`. */
export const time = (text: string) => der(0x18, Buffer.from(text, 'ascii'));

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const groups = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
  return groups;
}
