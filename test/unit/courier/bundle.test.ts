import { diffieHellman, generateKeyPairSync } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { districtId } from '../../../shared/domain/ids.ts';
import { courierLimits, inContents, magic } from '../../../shared/courier/bundle.ts';
import { openBundle, type BundleReader } from '../../../electron/courier/open-bundle.ts';
import { packBundle } from '../../../electron/courier/pack-bundle.ts';
import { openingKeyOf, sealingKeyOf, serverIdOf } from '../../../electron/courier/bundle-keys.ts';
import { cipherLength, decryptChunks, encryptChunks } from '../../../electron/courier/chunk-cipher.ts';
import { privateKeyFrom } from '../../../electron/storage/signature.ts';
import { chanceOf } from '../../simulation/random.ts';

const pairOf = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  };
};
const server = pairOf();
const device = pairOf();
const jaipur = districtId.parse('jaipur');
const lines = [
  '{"about":"नमूना"}',
  ...Array.from({ length: 9000 }, (_, n) => `{"n":${n},"t":"${'क'.repeat(n % 40)}"}`),
];
const scan = Buffer.from(Array.from({ length: 200_000 }, (_, n) => (n * 31 + (n >> 7)) & 0xff));

function pack(changes: Partial<Parameters<typeof packBundle>[0]['header']> = {}, signer = server): Buffer {
  return packBundle({
    header: {
      ...{ direction: 'in', from: serverIdOf(server.publicKey), to: 'device-1', districtId: jaipur },
      ...{ sequence: 7, madeAt: '2026-11-27T05:00:00.000Z' },
      ...changes,
    },
    lines,
    scans: [scan],
    recipientKey: sealingKeyOf(device.publicKey),
    signingKey: privateKeyFrom(signer.privateKey),
  });
}

const reader: BundleReader = {
  direction: 'in',
  id: 'device-1',
  districtId: jaipur,
  openingKey: openingKeyOf(device.privateKey),
  senderKey: async (from) => (from === serverIdOf(server.publicKey) ? server.publicKey : null),
};

const faultOf = async (file: Uint8Array, by: BundleReader = reader) => {
  const opened = await openBundle(file, by);
  return opened.ok ? null : opened.error.fault;
};

describe('the keys', () => {
  it('of sealing and opening agree, though only the signing keys are known', () => {
    for (let round = 0; round < 20; round += 1) {
      const pair = pairOf();
      const other = generateKeyPairSync('x25519');
      const sealed = diffieHellman({ privateKey: other.privateKey, publicKey: sealingKeyOf(pair.publicKey) });
      const opened = diffieHellman({ privateKey: openingKeyOf(pair.privateKey), publicKey: other.publicKey });
      expect(opened.equals(sealed)).toBe(true);
    }
  });

  it('follow the map of RFC 7748, as libsodium computes it', () => {
    // Sign of x left out; the pair of RFC 8032, test 1, as crypto_sign_ed25519_pk_to_curve25519 gives it.
    const raw = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]).toString('base64');
    const mapped = sealingKeyOf(spki).export({ format: 'der', type: 'spki' }).subarray(-32);
    expect(mapped.toString('hex')).toBe('d85e07ec22b0ad881537c2f44d662d1a143cf830c57aca4305d85c7a90f6b62e');
  });
});

describe('the pieces', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('carry %i bytes there and back', (size) => {
    const key = Buffer.alloc(32, 3);
    const plain = Buffer.alloc(size, 5);
    const encrypted = encryptChunks(key, plain);
    expect(encrypted).toHaveLength(cipherLength(size));
    expect(decryptChunks(key, encrypted)?.equals(plain)).toBe(true);
  });

  it('do not open when the last is left out, two are swapped, or one is doubled', () => {
    const key = Buffer.alloc(32, 3);
    const encrypted = encryptChunks(key, Buffer.alloc(3 * 65_536, 5));
    const piece = 65_536 + 16;
    const [a, b, c] = [0, 1, 2].map((n) => encrypted.subarray(n * piece, (n + 1) * piece)) as [
      Buffer,
      Buffer,
      Buffer,
    ];
    expect(decryptChunks(key, Buffer.concat([a, b, c]))).not.toBeNull();
    for (const wrong of [[a, b], [b, a, c], [a, b, b, c], [a, c], [a]]) {
      expect(decryptChunks(key, Buffer.concat(wrong))).toBeNull();
    }
  });
});

describe('a courier file', () => {
  const file = pack();

  it('comes back as it was packed', async () => {
    const opened = await openBundle(file, reader);
    expect(opened.ok && opened.value.text.toString('utf8')).toBe(lines.map((line) => `${line}\n`).join(''));
    expect(opened.ok && opened.value.scans.equals(scan)).toBe(true);
    expect(opened.ok && opened.value.header.sequence).toBe(7);
  });

  it('shows nothing of what it carries', () => {
    expect(file.includes('नमूना')).toBe(false);
    expect(file.includes(scan.subarray(0, 64))).toBe(false);
  });

  it('with any one byte changed is refused by name, the signature before anything of it is read', async () => {
    const chance = chanceOf(5);
    const everywhere = Array.from({ length: 300 }, () => chance.below(file.length));
    const atTheEdges = Array.from({ length: 500 }, (_, n) => n);
    const atTheEnd = Array.from({ length: 100 }, (_, n) => file.length - 1 - n);
    for (const place of [...atTheEdges, ...everywhere, ...atTheEnd]) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(place) ^ (1 + chance.below(255)), place);
      const fault = await faultOf(changed);
      expect(['not-a-bundle', 'half-copied', 'damaged', 'newer-format'], `byte ${place}`).toContain(fault);
    }
  });

  it('cut anywhere is half-copied, and with anything behind it damaged', async () => {
    const chance = chanceOf(6);
    const cuts = [0, 1, 7, 8, 11, 12, 13, 200, file.length - 1, file.length - 33, file.length - 97];
    for (const length of [...cuts, ...Array.from({ length: 100 }, () => chance.below(file.length))]) {
      expect(await faultOf(file.subarray(0, length)), `cut to ${length}`).toBe('half-copied');
    }
    expect(await faultOf(Buffer.concat([file, Buffer.alloc(1)]))).toBe('damaged');
    // What a stick pulled out too early often leaves: the right length, zeros behind some block.
    const zeroed = Buffer.concat([file.subarray(0, 4096), Buffer.alloc(file.length - 4096)]);
    expect(await faultOf(zeroed)).toBe('damaged');
  });

  it('for others, or by others, is refused by who it is for', async () => {
    expect(await faultOf(Buffer.from('hello, this is no courier file'))).toBe('not-a-bundle');
    expect(await faultOf(pack({ direction: 'out' }))).toBe('wrong-direction');
    expect(await faultOf(pack({ districtId: districtId.parse('udaipur') }))).toBe('wrong-office');
    expect(await faultOf(pack({ to: 'device-2' }))).toBe('wrong-desk');
    expect(await faultOf(pack({ from: 'f'.repeat(32) }))).toBe('wrong-server');
    expect(await faultOf(pack({}, pairOf()))).toBe('not-genuine');
    const desk = { ...reader, openingKey: openingKeyOf(pairOf().privateKey) };
    expect(await faultOf(file, desk)).toBe('damaged');
  });

  it('of a newer format says so', async () => {
    const header = Buffer.from('{"format":2,"else":"unknown"}');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(header.length);
    expect(await faultOf(Buffer.concat([Buffer.from(magic), length, header]))).toBe('newer-format');
  });

  it('with a hostile header is refused before memory is given', async () => {
    const length = Buffer.alloc(4, 0xff);
    expect(await faultOf(Buffer.concat([Buffer.from(magic), length]))).toBe('damaged');
    const deep = Buffer.from('['.repeat(4000));
    length.writeUInt32BE(deep.length);
    expect(await faultOf(Buffer.concat([Buffer.from(magic), length, deep]))).toBe('damaged');
  });

  it('that promises far more text than a reader takes is refused, signed or not', async () => {
    const bomb = gzipSync(Buffer.alloc(courierLimits.textBytes + 1));
    expect(bomb.length).toBeLessThan(200_000);
    const bytes = packBundle({
      header: {
        ...{ direction: 'in', from: serverIdOf(server.publicKey), to: 'device-1', districtId: jaipur },
        ...{ sequence: 1, madeAt: '2026-11-27T05:00:00.000Z' },
      },
      lines: ['x'.repeat(courierLimits.textBytes + 1)],
      scans: [],
      recipientKey: sealingKeyOf(device.publicKey),
      signingKey: privateKeyFrom(server.privateKey),
    });
    expect(await faultOf(bytes)).toBe('damaged');
  });
});

it('one answer of a form that this version does not know is none, and spoils no other', () => {
  const taken = { id: 'a', result: 'refused', reason: 'unreadable', message: '', linkTaken: true };
  const contents = {
    ...{ from: null, to: 'c1', startsOver: false, answersTo: 1, scans: [], remaining: 0, scansRemaining: 0 },
    answers: [taken, { ...taken, id: 'b', reason: 'moon-in-the-wrong-house' }],
    actAnswers: [{ id: 'c', result: 'postponed' }],
  };
  expect(inContents.parse(contents)).toMatchObject({ answers: [taken, null], actAnswers: [null] });
});
