import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makeRasterPdf, makeTextPdf } from '../../support/corpus/files/pdf.ts';
import { makeTiff } from '../../support/corpus/files/tiff.ts';
import { corpusItem } from '../../support/corpus/make-corpus.ts';
import { samplePerson } from '../../support/corpus/person.ts';
import { blackShare, decodePage, pngChunks } from '../../support/documents/masked-page.ts';
import type { Examining } from './examining.ts';
import { expectNoNumber } from './papers.ts';

/** Files of several pages, files with text in them, and what the officer marks by hand. */
export function fileContract({ examine }: Examining): void {
  test('a form of two pages in a PDF is one form', async () => {
    const item = await corpusItem({ seed: 13, count: 1, kinds: ['form'], damages: ['scan'] }, 0);
    const { reading, maskedPages } = await examine(await makeRasterPdf(item.pages), {
      fileName: 'form.pdf',
      isAadhaarSlot: false,
    });
    expect(reading.kind).toBe('form');
    expect(reading.pages).toHaveLength(2);
    expect(maskedPages).toHaveLength(2);
    const { kioskCode, dob, pan } = item.truth.fields;
    const readings = (field: string) =>
      reading.fields.filter((each) => each.field === field).map(({ value }) => value);
    expect(readings('kioskCode')).toContain(kioskCode);
    expect(readings('dob')).toContain(dob);
    expect(readings('pan')).toContain(pan);
    expectNoNumber(reading, item);
  });

  test('front and back in one TIFF are masked page by page', async () => {
    const kinds = ['aadhaar-front', 'aadhaar-back'] as const;
    const sides = await Promise.all(
      kinds.map((kind) => corpusItem({ seed: 14, count: 1, kinds: [kind], damages: ['scan'] }, 0)),
    );
    const tiff = await makeTiff(
      sides.flatMap(({ pages }) => pages),
      { packing: 'jpeg' },
    );
    const { reading, maskedPages } = await examine(tiff, { fileName: 'card.tif' });
    expect(reading).toMatchObject({ kind: 'aadhaar', numberCheck: 'passes', masking: { residue: 0 } });
    expect(new Set(reading.masking.regions.map(({ box }) => box.page))).toEqual(new Set([0, 1]));
    expect(maskedPages).toHaveLength(2);
    for (const side of sides) expectNoNumber(reading, side);
  });

  test('of a PDF with text only the masked picture is left', async () => {
    const person = samplePerson(15);
    const { reading, maskedPages } = await examine(await makeTextPdf(person), {
      fileName: 'card.pdf',
      masked: 'jpeg',
    });
    expect(reading).toMatchObject({ kind: 'aadhaar', numberCheck: 'passes', masking: { residue: 0 } });
    expectNoNumber(reading, { person });
    const [page = Buffer.alloc(0)] = maskedPages;
    const { format, exif, xmp, iptc, icc, comments } = await sharp(page).metadata();
    expect(format).toBe('jpeg');
    expect([exif, xmp, iptc, icc, comments]).toEqual(Array(5).fill(undefined));
  });

  test('what the officer marks is black, to the last bit, and settles what was not found', async () => {
    const grey = { create: { width: 400, height: 250, channels: 3, background: '#abc' } } as const;
    const picture = await sharp(grey)
      .withMetadata({ density: 300, exif: { IFD0: { Artist: 'नमूना' } } })
      .jpeg()
      .toBuffer();
    expect((await examine(picture)).reading.masking).toEqual({ regions: [], residue: 0, wantsHand: true });
    const box = { page: 0, x: 0.25, y: 0.4, width: 0.5, height: 0.2 };
    const { reading, maskedPages } = await examine(picture, { handBoxes: [box] });
    expect(reading.masking.wantsHand).toBe(false);
    expect(reading.masking.regions).toMatchObject([{ what: 'by-hand', box: { page: 0 } }]);
    const [page = Buffer.alloc(0)] = maskedPages;
    const raster = await decodePage(page);
    expect(blackShare(raster, { x: 100, y: 100, width: 200, height: 50 })).toBe(1);
    expect(blackShare(raster, { x: 0, y: 0, width: 400, height: 90 })).toBe(0);
    expect(pngChunks(page)).not.toContain('eXIf');
    expect(pngChunks(page)).not.toContain('tEXt');
  });

  test('the unmasked page is given only when it is asked for', async () => {
    const picture = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#777' } })
      .jpeg()
      .toBuffer();
    expect((await examine(picture)).originalPages).toEqual([]);
    const { originalPages, maskedPages } = await examine(picture, { wantOriginal: true, masked: null });
    expect(originalPages).toHaveLength(1);
    expect(maskedPages).toEqual([]);
  });
}
