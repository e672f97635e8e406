import { createHash } from 'node:crypto';
import { deflateSync, gzipSync } from 'node:zlib';
import { chanceOf, type Chance } from '../../../simulation/random.ts';
import { xmlBomb, xmlBombs } from './xml-bombs.ts';

/** What a code may say to whoever decodes it: the same text for the same seed. No number of a person is in it. */
export function hostilePayload(seed: number): string {
  const chance = chanceOf(seed ^ 0xbad0de);
  switch (chance.below(11)) {
    case 0:
      return digits(chance, 1 + chance.below(7089));
    case 1:
      return `${'0'.repeat(chance.below(40))}${digits(chance, chance.below(3000))}`;
    case 2:
      return digits(chance, 50_000 + chance.below(200_000));
    case 3:
      return asDigits(gzipSync(Buffer.alloc(1_000_000 + chance.below(5_000_000))));
    case 4:
      return asDigits(deflateSync(Buffer.alloc(1 + chance.below(3_000_000), 0xff)));
    case 5:
      return asDigits(gzipSync(someBytes(chance, chance.below(1500))));
    case 6:
      return asDigits(
        Buffer.concat([Buffer.from([0x1f, 0x8b, 8, chance.below(256)]), someBytes(chance, 900)]),
      );
    case 7:
      return asDigits(gzipSync(almostData(chance)));
    case 8:
      return asDigits(gzipSync(almostData(chance)).subarray(0, 20 + chance.below(300)));
    case 9:
      return xmlBomb(chance.pick(xmlBombs), 'PrintLetterBarcodeData');
    default:
      return chance.pick([
        '',
        ' ',
        '-1',
        '1e9999',
        '१२३४',
        '٣٤٥',
        '\0\0',
        'DESK1|x',
        '</?xml',
        'V5',
        '１２３',
        '💥',
      ]);
  }
}

/** Of the right layout up to the photo, which asks for a picture of four thousand million pixels. */
function almostData(chance: Chance): Buffer {
  const version = chance.pick(['', 'V2\xff', 'V5\xff', 'V9\xff', 'VV\xff']);
  const fields = Array.from({ length: chance.below(24) }, () => 'x'.repeat(chance.below(30))).join('\xff');
  const photo = Buffer.from('ff4fff51002f0000ffffffffffffffff00000000000000000000ffff0000ffffffd9', 'hex');
  return Buffer.concat([
    Buffer.from(`${version}${fields}\xff`, 'latin1'),
    photo,
    someBytes(chance, chance.below(400)),
  ]);
}

function digits(chance: Chance, length: number): string {
  let text = '';
  while (text.length < length) text += String(chance.below(1_000_000_000));
  return text.slice(0, length);
}

function someBytes(chance: Chance, length: number): Buffer {
  return createHash('shake256', { outputLength: length + 1 })
    .update(String(chance.next()))
    .digest()
    .subarray(1);
}

function asDigits(bytes: Uint8Array): string {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`).toString();
}
