import { expect, test } from 'vitest';
import type { DocumentReading, PaperField } from '../../../shared/domain/documents/document-reading.ts';
import { containsAadhaarNumber } from '../../../shared/domain/aadhaar-number.ts';
import { corpusItem, type CorpusItem } from '../../support/corpus/make-corpus.ts';
import type { Damage } from '../../support/corpus/damage.ts';
import type { SamplePaperKind } from '../../support/corpus/papers.ts';
import { testAuthority } from '../../support/corpus/test-authority.ts';
import { blackShare, decodePage, pngChunks, secretPart } from '../../support/documents/masked-page.ts';
import type { Examining } from './examining.ts';

const taken: readonly (readonly [SamplePaperKind, Damage])[] = [
  ['aadhaar-front', 'scan'],
  ['aadhaar-back', 'scan'],
  ['aadhaar-old', 'scan'],
  ['aadhaar-letter', 'scan'],
  ['aadhaar-on-page', 'scan'],
  ['pan', 'scan'],
  ['pan-on-page', 'scan'],
  ['aadhaar-front', 'phone'],
  ['aadhaar-front', 'turned-180'],
  ['pan', 'photocopy'],
  ['aadhaar-front', 'exif'],
];

/** Papers as scanners and telephones take them: what they are, what stands on them, and that no number is left. */
export function paperContract({ examine }: Examining): void {
  test.each(taken)('%s, %s', async (kind, damage) => {
    const item = await corpusItem({ seed: 11, count: 1, kinds: [kind], damages: [damage], code }, 0);
    const [picture] = item.pages;
    const examined = await examine(picture?.bytes ?? Buffer.alloc(0), {
      trust: [testAuthority().certificatePem],
      isAadhaarSlot: item.truth.kind === 'aadhaar',
    });
    const { reading } = examined;
    expect(reading.kind).toBe(item.truth.kind);
    expectFields(reading, item);
    expectNoNumber(reading, item);
    expect(examined.originalPages).toEqual([]);
    if (item.truth.secureQr !== null) {
      const { version, referenceDate } = item.truth.secureQr;
      const { certificateSha256 } = testAuthority();
      expect(reading.code).toMatchObject({ kind: 'secure-qr', version, referenceDate });
      expect(reading.code?.signature).toMatchObject({
        outcome: 'genuine',
        certificateSha256: certificateSha256.toLowerCase(),
        wasValid: true,
      });
    }
    await expectMasked(examined.maskedPages, item);
    expect(reading.masking).toMatchObject({ residue: 0, wantsHand: false });
  });
}

const code = { version: 'V2', packing: 'gzip', hashes: 1 } as const;

const always: readonly PaperField[] = ['last4', 'pan', 'dob'];
/** Of cards: on whole pages and worse pictures names are measured by the bench, and not all of them are right. */
const onScannedCards: readonly PaperField[] = [...always, 'name', 'nameHindi', 'fatherName', 'gender'];
const cards: readonly SamplePaperKind[] = ['aadhaar-front', 'pan'];

/** By either engine or the code; letters are compared without spaces, as narrow gaps are lost. */
function expectFields(reading: DocumentReading, { truth, sample, damage }: CorpusItem): void {
  const compared = damage === 'scan' && cards.includes(sample) ? onScannedCards : always;
  const plain = (text: string) => text.normalize('NFC').replace(/\s/g, '').toUpperCase();
  for (const field of compared) {
    const expected = truth.fields[field];
    if (expected === undefined) continue;
    const values = reading.fields.filter((each) => each.field === field).map(({ value }) => plain(value));
    expect(values, field).toContain(plain(expected));
  }
}

/** Hashes and photo are other data: their letters and digits are left out. */
export function expectNoNumber(reading: DocumentReading, { person }: Pick<CorpusItem, 'person'>): void {
  const { fingerprints: _, code: read, ...rest } = reading;
  const text = JSON.stringify({ ...rest, code: read && { ...read, photo: null, signature: null } });
  expect(containsAadhaarNumber(text)).toBe(false);
  const digits = JSON.stringify(reading).replace(/[\s-]/g, '');
  // Compared as truths, so that a failing test prints no number.
  expect(digits.includes(person.aadhaar()), 'the number stands in the reading').toBe(false);
  expect(digits.includes(person.virtualId() ?? 'none'), 'the virtual id stands in the reading').toBe(false);
}

async function expectMasked(pages: readonly Uint8Array[], { pages: pictures, truth }: CorpusItem) {
  expect(pages).toHaveLength(pictures.length);
  for (const [place, bytes] of pages.entries()) {
    expect(
      pngChunks(bytes).filter((name) => !['IHDR', 'IDAT', 'IEND', 'pHYs', 'sRGB'].includes(name)),
    ).toEqual([]);
    const marks = pictures[place]?.uprightMarks ?? [];
    const secret = marks.filter(({ what }) => what === 'number' || what === 'virtual-id');
    if (truth.kind === 'aadhaar') expect(secret.length).toBeGreaterThan(0);
    const raster = await decodePage(bytes);
    for (const mark of secret) expect(blackShare(raster, secretPart(mark)), mark.what).toBeGreaterThan(0.9);
    for (const { box } of marks.filter(({ what }) => what === 'xml-qr')) {
      expect(blackShare(raster, inner(box)), 'the old code').toBeGreaterThan(0.9);
    }
  }
}

function inner({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return { x: x + width * 0.1, y: y + height * 0.1, width: width * 0.8, height: height * 0.8 };
}
