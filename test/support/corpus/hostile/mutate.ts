import type { Chance } from '../../../simulation/random.ts';

/** Numbers at which readers of lengths and offsets go wrong. */
const edges = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];

/** A copy with one to eight faults: flipped bits, wild numbers, pieces cut out, doubled, or moved. */
export function mutated(original: Uint8Array, chance: Chance): Buffer {
  let bytes: Buffer = Buffer.from(original);
  const faults = 1 + chance.below(8);
  for (let fault = 0; fault < faults && bytes.length > 8; fault += 1) bytes = withFault(bytes, chance);
  return bytes;
}

function withFault(bytes: Buffer, chance: Chance): Buffer {
  const at = placeIn(bytes, chance);
  const length = 1 + chance.below(Math.min(64, bytes.length - at));
  switch (chance.below(6)) {
    case 0:
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
      return bytes;
    case 1:
      bytes[at] = chance.below(256);
      return bytes;
    case 2: {
      const number = chance.pick(edges);
      if (at + 4 > bytes.length) return bytes;
      if (chance.next() < 0.5) bytes.writeUInt32LE(number, at);
      else bytes.writeUInt32BE(number, at);
      return bytes;
    }
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 4: {
      const piece = bytes.subarray(at, at + length);
      return Buffer.concat([bytes.subarray(0, at), piece, piece, bytes.subarray(at + length)]);
    }
    default:
      return chance.next() < 0.3 ? Buffer.from(bytes.subarray(0, at)) : bytes.fill(0, at, at + length);
  }
}

/** Half of the faults fall into the first 200 bytes: headers decide more than pixels. */
function placeIn(bytes: Buffer, chance: Chance): number {
  return chance.below(chance.next() < 0.5 ? Math.min(200, bytes.length) : bytes.length);
}
