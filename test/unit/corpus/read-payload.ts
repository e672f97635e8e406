import { verify, type KeyObject } from 'node:crypto';
import { unzipSync } from 'node:zlib';

/** Reads a Secure QR by the description of its layout alone, sharing nothing with what makes or what reads it. */
export function readPayload(text: string, key: KeyObject) {
  const hex = BigInt(text).toString(16);
  const whole = unzipSync(Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'));
  const data = whole.subarray(0, -256);
  const isGenuine = verify('sha256', data, key, whole.subarray(-256));
  const hasPrefix = /^V\d\xff/.test(data.subarray(0, 3).toString('latin1'));
  const wanted = hasPrefix ? 18 : 16;
  const fields: string[] = [];
  let at = 0;
  while (fields.length < wanted) {
    const end = data.indexOf(0xff, at);
    if (end < 0) throw new Error('A field has no end');
    fields.push(data.subarray(at, end).toString('latin1'));
    at = end + 1;
  }
  const rest = data.subarray(at);
  const end = rest.lastIndexOf(Buffer.from('ffd9', 'hex')) + 2;
  return { isGenuine, fields, photo: rest.subarray(0, end), tail: rest.length - end };
}

/** Verhoeff by the group of the pentagon itself, not by the tables that the app holds. */
export function verhoeffHolds(digits: string): boolean {
  const times = (a: number, b: number) => {
    if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
    return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
  };
  const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let sum = 0;
  Array.from(digits)
    .reverse()
    .forEach((digit, place) => {
      let value = Number(digit);
      for (let step = 0; step < place % 8; step += 1) value = turn[value] ?? 0;
      sum = times(sum, value);
    });
  return sum === 0;
}
