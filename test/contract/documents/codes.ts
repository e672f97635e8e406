import jsQR from 'jsqr';
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { packageAssets } from '../../../electron/documents/assets/package-assets.ts';
import { readCodes } from '../../../electron/documents/codes/read-codes.ts';
import { drawQr } from '../../support/corpus/codes/draw-qr.ts';
import { makeSecureQr, secureQrText } from '../../support/corpus/codes/secure-qr.ts';
import { makeEkyc } from '../../support/corpus/files/ekyc-zip.ts';
import { corpusItem } from '../../support/corpus/make-corpus.ts';
import { samplePerson } from '../../support/corpus/person.ts';
import { testAuthority } from '../../support/corpus/test-authority.ts';
import { decodePage } from '../../support/documents/masked-page.ts';
import type { Examining } from './examining.ts';
import { expectNoNumber } from './papers.ts';

const trust = [testAuthority().certificatePem];
const person = samplePerson(4711);

/** Codes and signed files: genuine, altered, or not to be verified, and nothing in between. */
export function codeContract({ examine, attempt }: Examining): void {
  const outcomeOf = async (text: string, given: readonly string[] = trust) => {
    const { reading } = await examine(await codePicture(text), { trust: [...given] });
    expectNoNumber(reading, { person });
    return reading.code?.signature;
  };

  describe('a secure code', () => {
    test('is genuine with the right certificate and cannot be verified without it', async () => {
      const { text } = await makeSecureQr(person);
      expect(await outcomeOf(text)).toMatchObject({ outcome: 'genuine' });
      const other = [testAuthority(2).certificatePem];
      const unknown = { outcome: 'cannot-verify', why: 'no-key-opens-it' };
      expect(await outcomeOf(text, [])).toEqual(unknown);
      expect(await outcomeOf(text, other)).toEqual(unknown);
    });

    test('is altered when a bit of its data was changed, and not to be verified when its signature was', async () => {
      const { signedData, signature } = await makeSecureQr(person);
      const flipped = (bytes: Buffer, at: number) =>
        bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
      const data = secureQrText(flipped(signedData, 30), signature);
      expect(await outcomeOf(data)).toMatchObject({ outcome: 'altered' });
      const seal = secureQrText(signedData, flipped(signature, 100));
      expect(await outcomeOf(seal)).toMatchObject({ outcome: 'cannot-verify' });
    });

    test('that was published for tests verifies with its certificate only', async () => {
      const fixture = (name: string) =>
        readFileSync(new URL(`../../fixtures/aadhaar/${name}`, import.meta.url), 'utf8').trim();
      const text = fixture('secure-qr-test-v2.txt');
      expect(await outcomeOf(text, [])).toMatchObject({ outcome: 'cannot-verify' });
      const certificate = fixture('secure-qr-test-v2-certificate.pem');
      expect(await outcomeOf(text, [certificate])).toMatchObject({ outcome: 'genuine' });
    });
  });

  test('the old code says what it holds, is unsigned, and can no longer be read on the masked copy', async () => {
    const item = await corpusItem({ seed: 12, count: 1, kinds: ['aadhaar-old'], damages: ['none'] }, 0);
    const { reading, maskedPages } = await examine(item.pages[0]?.bytes ?? Buffer.alloc(0));
    expect(reading.code).toMatchObject({
      kind: 'xml-qr',
      signature: { outcome: 'cannot-verify', why: 'unsigned' },
    });
    expect(reading.fields).toContainEqual(
      expect.objectContaining({ field: 'last4', source: 'xml-qr', value: item.truth.fields.last4 }),
    );
    expect(reading.masking.regions.map(({ what }) => what)).toContain('xml-qr');
    expect(reading.masking.residue).toBe(0);
    expectNoNumber(reading, item);
    const raster = await decodePage(maskedPages[0] ?? Buffer.alloc(0));
    expect(await readCodes({ ...raster, dotsPerInch: 300 }, packageAssets())).toEqual({
      read: [],
      unread: [],
    });
    const rgba = await sharp(maskedPages[0]).ensureAlpha().raw().toBuffer();
    expect(jsQR(new Uint8ClampedArray(rgba), raster.width, raster.height)).toBeNull();
  });

  test('an e-KYC file opens with its share code only', async () => {
    const { bytes, shareCode, referenceDate } = await makeEkyc(person);
    const { reading, maskedPages } = await examine(bytes, { trust, shareCode, fileName: 'offline.zip' });
    expect(reading).toMatchObject({ kind: 'ekyc', code: { kind: 'ekyc', referenceDate } });
    expect(reading.code?.signature).toMatchObject({ outcome: 'genuine' });
    expect(reading.fields).toContainEqual(
      expect.objectContaining({ field: 'name', value: person.name.en, source: 'ekyc' }),
    );
    expectNoNumber(reading, { person });
    expect(maskedPages).toHaveLength(1);
    expect(await attempt(bytes, { shareCode: '1111' })).toEqual({ ok: false, error: 'wrong-share-code' });
    expect(await attempt(bytes)).toEqual({ ok: false, error: 'share-code-needed' });
  });
}

function codePicture(text: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="740" height="740">${drawQr(text, 20, 20, 700)}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#fff' }).png().toBuffer();
}
