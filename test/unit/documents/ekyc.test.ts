import fc from 'fast-check';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readEkyc, readEkycXml } from '../../../electron/documents/aadhaar/ekyc/read-ekyc.ts';
import { pinnedCertificates } from '../../../electron/documents/aadhaar/pinned-certificates.ts';
import { ekycXml, signedEkyc, zipped } from '../../support/aadhaar/ekyc-file.ts';
import { codeAssets } from '../../support/aadhaar/package-assets.ts';
import { testKey } from '../../support/aadhaar/test-key.ts';

const key = testKey();
const stranger = testKey();
const trust = [...pinnedCertificates(), key.certificate];
const good = signedEkyc(key.privateKey);

const readXml = (xml: string, trusted = trust) =>
  readEkycXml(new TextEncoder().encode(xml), trusted, codeAssets);
const read = (zip: Uint8Array, code: string | null) => readEkyc(zip, code, trust, codeAssets);

async function signatureOf(xml: string, trusted = trust) {
  const result = await readXml(xml, trusted);
  if (!result.ok) return result.error;
  // Only a genuine file tells anything.
  if (result.value.code.signature.outcome !== 'genuine') expect(result.value.fields).toEqual([]);
  const { signature } = result.value.code;
  return signature.outcome === 'cannot-verify' ? signature.why : signature.outcome;
}

/** A parser that complains on the console would put personal data into the log. */
const spies: { mock: { calls: unknown[] } }[] = [];
beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) spies.push(vi.spyOn(console, method));
});
afterEach(() => {
  expect(spies.splice(0).flatMap(({ mock }) => mock.calls)).toEqual([]);
  vi.restoreAllMocks();
});

describe('the signature', () => {
  test('of a trusted key makes a file genuine, and its fields are read', async () => {
    const picture = { width: 160, height: 200, channels: 3, background: '#888' } as const;
    const photo = (await sharp({ create: picture }).jpeg().toBuffer()).toString('base64');
    const result = await readXml(signedEkyc(key.privateKey, ekycXml(photo)));
    if (!result.ok) throw new Error(result.error);
    const { code, fields } = result.value;
    expect(code).toMatchObject({ kind: 'ekyc', referenceDate: '2024-06-15' });
    expect(code.signature).toMatchObject({ outcome: 'genuine', wasValid: true });
    expect(Object.fromEntries(fields.map(({ field, value }) => [field, value]))).toMatchObject({
      last4: '0124',
      name: 'Namuna Kumari',
      dob: '1989-06-07',
      gender: 'F',
      fatherName: 'Namuna Lal',
    });
    const drawn = await sharp(Buffer.from(code.photo ?? '', 'base64')).metadata();
    expect(drawn).toMatchObject({ format: 'jpeg', width: 160, height: 200 });
  });

  test.each([
    ['rsa-sha1', 'sha256'],
    ['rsa-sha1', 'sha1'],
    ['rsa-sha256', 'sha256'],
  ])('may be %s with %s', async (algorithm, digest) => {
    expect(await signatureOf(signedEkyc(key.privateKey, ekycXml(), { algorithm, digest }))).toBe('genuine');
  });

  test('of a stranger is not believed, whatever certificate the file brings', async () => {
    expect(await signatureOf(signedEkyc(stranger.privateKey))).toBe('no-key-opens-it');
    expect(await signatureOf(ekycXml())).toBe('unsigned');
  });

  test('over another document reads altered', async () => {
    expect(await signatureOf(good.replace('Namuna Kumari', 'Namuna Kumarj'))).toBe('altered');
    expect(await signatureOf(good.replace('<UidData>', '<UidData><Poi name="Other"/>'))).toBe('altered');
    const [digest = ''] = /<DigestValue>[^<]+/.exec(good) ?? [];
    expect(await signatureOf(good.replace(digest, `${digest.slice(0, -2)}A=`))).toBe('altered');
  });

  test('that leaves room for a second reading is refused', async () => {
    const [signature = ''] = /<Signature[^]*<\/Signature>/.exec(good) ?? [];
    const refused = [
      good.replace(signature, signature + signature),
      good.replace(signature, `<x>${signature}</x>`),
      good.replace('URI=""', 'URI="#a"'),
      good.replace('URI=""', ''),
      good.replace(/<Transforms>.*<\/Transforms>/, '<Transforms/>'),
      good.replace('xmldsig#enveloped-signature', 'xmldsig#base64'),
      good.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#hmac-sha256'),
      good.replace('xml-c14n-20010315', 'xml-c14n-20010315#WithComments'),
      good.replace('<DigestValue>', '<DigestValue><!-- -->'),
      good.replace(/<Reference[^]*<\/Reference>/, (reference) => reference + reference),
    ];
    for (const xml of refused) {
      expect(xml).not.toBe(good);
      expect(await signatureOf(xml)).toBe('damaged');
    }
  });

  test('in a file with a document type, or one that is no XML, is not looked at', async () => {
    expect(await signatureOf(good.replace('?>', '?><!DOCTYPE x [<!ENTITY a "b">]>'))).toBe('damaged');
    expect(await signatureOf(good.slice(0, -3))).toBe('damaged');
    expect(await signatureOf('<a/>')).toBe('not-a-document');
  });

  test('written in another base64 of the same bytes is refused', async () => {
    const spare = good.replace(/(.)==<\/SignatureValue>/, (_, last: string) => {
      const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
      return `${digits.charAt(digits.indexOf(last) + 1)}==</SignatureValue>`;
    });
    expect(spare).not.toBe(good);
    expect(await signatureOf(spare)).toBe('damaged');
  });

  test('is never genuine after one changed character', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 33, max: 126 }), async (at, sign) => {
        const changed = good.slice(0, at) + String.fromCharCode(sign) + good.slice(at + 1);
        const result = await readXml(changed);
        if (!result.ok || result.value.code.signature.outcome !== 'genuine') return;
        // What is read comes from the signed text: a change outside of it (the declaration) changes nothing read.
        const untouched = await readXml(good);
        expect(result).toEqual(untouched);
        expect(at < good.indexOf('<Offline') || changed === good).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the ZIP', () => {
  test.each([true, false])('opens with its share code only (old encryption: %s)', async (zipCrypto) => {
    const zip = await zipped(good, { password: '2Ab4', zipCrypto });
    expect(await read(zip, null)).toEqual({ ok: false, error: 'share-code-needed' });
    expect(await read(zip, '')).toEqual({ ok: false, error: 'share-code-needed' });
    const opened = await read(zip, '2Ab4');
    expect(opened.ok && opened.value.code.signature.outcome).toBe('genuine');
    const codes = Array.from({ length: zipCrypto ? 600 : 3 }, (_, code) => String(1000 + code));
    for (const code of codes) expect(await read(zip, code)).toEqual({ ok: false, error: 'wrong-share-code' });
  });

  test('that would grow too large, or holds too much, is refused before it is unpacked', async () => {
    const bomb = await zipped(new Uint8Array(900_000));
    expect(await read(bomb, null)).toEqual({ ok: false, error: 'too-large' });
    const large = await zipped(new Uint8Array(1_100_000).map((_, at) => (at * 7919) % 251));
    expect(await read(large, null)).toEqual({ ok: false, error: 'too-large' });
    expect(await read(await zipped('x', { name: 'a.txt', copies: 9 }), null)).toEqual({
      ok: false,
      error: 'too-large',
    });
    expect(await read(await zipped(good, { copies: 2 }), null)).toEqual({
      ok: false,
      error: 'not-a-document',
    });
    expect(await read(await zipped('x', { name: 'a.txt' }), null)).toEqual({
      ok: false,
      error: 'not-a-document',
    });
  });

  test('that says a smaller size than it has is stopped', async () => {
    const zip = Buffer.from(await zipped(new Uint8Array(1_500_000)));
    // The uncompressed size, in the central directory and in the local header.
    for (let at = zip.indexOf('PK\u0001\u0002'), offset = 24; at >= 0; at = -1)
      zip.writeUInt32LE(5000, at + offset);
    zip.writeUInt32LE(5000, 22);
    const result = await read(zip, null);
    expect(result.ok).toBe(false);
  });

  test('of any bytes is answered by name', async () => {
    const whole = await zipped(good, { password: '1234' });
    const damaged = fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
      const copy = whole.slice();
      copy[at] = byte;
      return copy;
    });
    const cut = fc.nat(whole.length).map((length) => whole.slice(0, length));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged, cut), async (zip) => {
        const result = await read(zip, '1234');
        if (!result.ok)
          expect(result.error).toMatch(/^(?:damaged|not-a-document|too-large|wrong-share-code)$/);
      }),
      { numRuns: 300 },
    );
  });
});
