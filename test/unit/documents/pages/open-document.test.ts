import fc from 'fast-check';
import { degrees, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { packageAssets } from '../../../../electron/documents/assets/package-assets.ts';
import { encodePage } from '../../../../electron/documents/pages/encode-page.ts';
import { openDocument } from '../../../../electron/documents/pages/open-document.ts';
import type { OpenedDocument } from '../../../../electron/documents/pages/opened-document.ts';
import type { RasterPage } from '../../../../electron/documents/raster-page.ts';
import { documentFault } from '../../../../shared/domain/documents/document-fault.ts';
import { heifOf } from './sample-heif.ts';
import { faxSheet, joinTiffs, lockedPdf, pdfOf, sheet } from './sample-pictures.ts';

const assets = packageAssets();

async function opened(bytes: Uint8Array, fileName?: string): Promise<OpenedDocument> {
  const result = await openDocument(bytes, { assets, ...(fileName === undefined ? {} : { fileName }) });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

async function pageOf(bytes: Uint8Array, index = 0, maxDpi?: number): Promise<RasterPage> {
  const document = await opened(bytes);
  const page = await document.page(index, maxDpi === undefined ? {} : { maxDpi });
  document.close();
  if (!page.ok) throw new Error(page.error);
  return page.value;
}

async function faultOf(bytes: Uint8Array, fileName?: string): Promise<string> {
  const result = await openDocument(bytes, { assets, ...(fileName === undefined ? {} : { fileName }) });
  if (!result.ok) return result.error;
  const page = await result.value.page(0);
  return page.ok ? 'opens' : page.error;
}

function colourAt({ width, pixels }: RasterPage, x: number, y: number): number[] {
  return [...pixels.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)];
}

describe('pictures', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['a JPEG', () => sheet().jpeg().toBuffer()],
    ['a progressive JPEG', () => sheet().jpeg({ progressive: true }).toBuffer()],
    ['a CMYK JPEG', () => sheet().toColourspace('cmyk').jpeg().toBuffer()],
    ['a PNG', () => sheet().png().toBuffer()],
    ['an interlaced PNG', () => sheet().png({ progressive: true }).toBuffer()],
    ['a PNG with a palette', () => sheet().png({ palette: true }).toBuffer()],
    ['a PNG of 16 bits', () => sheet().toColourspace('rgb16').png().toBuffer()],
    ['a TIFF without compression', () => sheet().tiff({ compression: 'none' }).toBuffer()],
    ['a TIFF with LZW', () => sheet().tiff({ compression: 'lzw' }).toBuffer()],
    ['a TIFF with packed bits', () => sheet().tiff({ compression: 'packbits' }).toBuffer()],
    ['a TIFF with JPEG', () => sheet().tiff({ compression: 'jpeg', quality: 95 }).toBuffer()],
    ['a TIFF in tiles', () => sheet().tiff({ compression: 'deflate', tile: true }).toBuffer()],
    ['a CMYK TIFF', () => sheet().toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer()],
    ['a TIFF of 16 bits', () => sheet().toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer()],
    ['a big TIFF', () => sheet().tiff({ bigtiff: true, compression: 'lzw' }).toBuffer()],
  ])('%s becomes three bytes a pixel', async (_name, make) => {
    const page = await pageOf(await make());
    expect(page).toMatchObject({ width: 60, height: 40 });
    expect(page.pixels).toHaveLength(60 * 40 * 3);
    const [red = 0, green = 0, blue = 0] = colourAt(page, 4, 4);
    expect(red).toBeGreaterThan(220);
    expect(Math.max(green, blue)).toBeLessThan(40);
    expect(Math.min(...colourAt(page, 50, 30))).toBeGreaterThan(245);
  });

  test.each<[string, () => Promise<Buffer>]>([
    ['fax group 4', () => faxSheet().tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer()],
    ['one bit a pixel', () => faxSheet().tiff({ compression: 'none', bitdepth: 1 }).toBuffer()],
    ['grey of 16 bits', () => faxSheet().toColourspace('grey16').tiff({ compression: 'lzw' }).toBuffer()],
    ['a grey JPEG', () => faxSheet().jpeg({ quality: 100 }).toBuffer()],
  ])('%s stays black on white', async (_name, make) => {
    const page = await pageOf(await make());
    expect(Math.max(...colourAt(page, 4, 4))).toBeLessThan(12);
    expect(Math.min(...colourAt(page, 50, 30))).toBeGreaterThan(245);
  });

  test.each(['jpeg', 'tiff', 'png'] as const)('a %s that was turned stands upright', async (kind) => {
    const page = await pageOf(
      await sheet().withMetadata({ orientation: 6, density: 200 }).toFormat(kind).toBuffer(),
    );
    expect(page).toMatchObject({ width: 40, height: 60, dotsPerInch: 200 });
    expect(colourAt(page, 35, 4)[1]).toBeLessThan(60);
    expect(colourAt(page, 4, 4)[1]).toBeGreaterThan(200);
  });

  test('what is transparent is white', async () => {
    const clear = sharp({
      create: { width: 9, height: 9, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    });
    expect(colourAt(await pageOf(await clear.png().toBuffer()), 4, 4)).toEqual([255, 255, 255]);
  });

  test('a lower resolution is given where it is wanted, never a higher one', async () => {
    const scan = await sheet().withMetadata({ density: 300 }).png().toBuffer();
    expect(await pageOf(scan, 0, 150)).toMatchObject({ width: 30, height: 20, dotsPerInch: 150 });
    expect(await pageOf(scan, 0, 600)).toMatchObject({ width: 60, height: 40, dotsPerInch: 300 });
    expect((await pageOf(await sheet().png().toBuffer(), 0, 10)).width).toBe(60);
  });

  test('the pages of a TIFF are decoded one by one', async () => {
    const small = await sheet().resize(30, 20).tiff({ compression: 'lzw' }).toBuffer();
    const pages = [
      await sheet().tiff({ compression: 'lzw' }).toBuffer(),
      small,
      await faxSheet().tiff().toBuffer(),
    ];
    const document = await opened(joinTiffs(pages), 'scan.TIF');
    expect(document.pageCount).toBe(3);
    const widths = [];
    for (const index of [0, 1, 2]) {
      const page = await document.page(index);
      widths.push(page.ok && page.value.width);
    }
    expect(widths).toEqual([60, 30, 60]);
    expect(await document.page(3)).toEqual({ ok: false, error: 'damaged' });
  });

  test('a page becomes a file again, without metadata but the resolution', async () => {
    const page = await pageOf(
      await sheet()
        .withExif({ IFD0: { Artist: 'नमूना' } })
        .withDensity(300)
        .png()
        .toBuffer(),
    );
    for (const as of ['png', 'jpeg'] as const) {
      const metadata = await sharp(await encodePage(page, as)).metadata();
      expect(metadata).toMatchObject({ width: 60, height: 40, density: 300, format: as });
      expect(metadata.exif?.includes('Artist') ?? false).toBe(false);
    }
  });
});

describe('PDF', () => {
  test('is rendered at 300 dpi, upright, with what stands in its form fields', async () => {
    const bytes = await pdfOf([{ width: 144, height: 72 }], (pdf) => {
      const page = pdf.getPage(0);
      page.drawRectangle({ x: 0, y: 36, width: 36, height: 36, color: rgb(1, 0, 0) });
      const field = pdf.getForm().createTextField('number');
      field.setText('MMMM');
      field.addToPage(page, { x: 72, y: 10, width: 60, height: 30, borderWidth: 0 });
      page.setRotation(degrees(90));
    });
    const page = await pageOf(bytes, 0);
    expect(page).toMatchObject({ width: 300, height: 600, dotsPerInch: 300 });
    expect(colourAt(page, 250, 30)).toEqual([255, 0, 0]);
    const rightHalf = page.pixels.subarray(300 * 320 * 3);
    expect(rightHalf.some((value) => value < 50)).toBe(true);
    expect(await pageOf(bytes, 0, 72)).toMatchObject({ width: 72, height: 144, dotsPerInch: 72 });
  });

  test('a page as large as a field is rendered within the limits', async () => {
    const page = await pageOf(await pdfOf([{ width: 14_400, height: 14_400 }]));
    expect(page.width * page.height).toBeLessThanOrEqual(40_000_000);
    expect(page.width).toBeGreaterThan(6000);
  });

  test('one that asks for a password is locked; one with too many pages is refused', async () => {
    expect(await faultOf(lockedPdf())).toBe('locked');
    expect(await faultOf(await pdfOf(Array(21).fill({ width: 10, height: 10 })))).toBe('too-many-pages');
    expect((await opened(await pdfOf(Array(20).fill({ width: 10, height: 10 })))).pageCount).toBe(20);
  });
});

describe('HEIC', () => {
  const dark = new Uint8Array(64 * 32).fill(255).fill(0, 0, 64 * 4);

  test('stands upright by its own rotation; of several pictures the first is a page', async () => {
    const one = await opened(heifOf({ width: 64, height: 32, pixels: dark, turns: 1 }), 'IMG_1.HEIC');
    expect(one).toMatchObject({ kind: 'heic', pageCount: 1, hasMorePictures: false });
    const page = await one.page(0);
    expect(page.ok && page.value).toMatchObject({ width: 32, height: 64, dotsPerInch: null });
    expect(page.ok && [colourAt(page.value, 1, 9), colourAt(page.value, 9, 9)]).toEqual([
      [0, 0, 0],
      [255, 255, 255],
    ]);
    one.close();
    expect(await one.page(0)).toEqual({ ok: false, error: 'damaged' });
    const three = await opened(heifOf({ width: 64, height: 32, pixels: dark, count: 3 }));
    expect(three).toMatchObject({ pageCount: 1, hasMorePictures: true });
    three.close();
  });

  test('is refused by its header, and damaged where it was cut short', async () => {
    const huge = heifOf({ width: 9000, height: 9000, pixels: dark });
    expect(await faultOf(huge)).toBe('too-many-pixels');
    const whole = heifOf({ width: 64, height: 32, pixels: dark });
    for (const share of [0.05, 0.3, 0.9]) {
      expect(await faultOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('damaged');
    }
  });
});

describe('what is refused', () => {
  test.each<[string, string, string]>([
    ['', 'a.pdf', 'empty'],
    ['Just a text.', 'a.txt', 'not-a-document'],
    ['<!DOCTYPE html><p>Please log in to get %PDF-1.7</p>', 'a.pdf', 'not-a-document'],
    ['  <html><body/></html>', 'a.html', 'not-a-document'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg', 'not-a-document'],
    ['%PDF-1.7\n', 'a.jpg', 'content-differs-from-name'],
    ['%PDF-1.7\nnothing of one', 'a.pdf', 'damaged'],
    ['II*\0', 'a.tif', 'damaged'],
    ['\u00ff\u00d8\u00ff', 'a.jpg', 'damaged'],
    ['\u0089PNG\r\n\u001a\n', 'a.png', 'damaged'],
    ['\0\0\0\u0014ftypheic', 'a.heic', 'damaged'],
  ])('%j as %s: %s', async (text, name, fault) => {
    expect(await faultOf(Buffer.from(text, 'latin1'), name)).toBe(fault);
  });

  test('a file larger than the limit is not looked at', async () => {
    expect(await faultOf(Buffer.concat([await sheet().jpeg().toBuffer(), Buffer.alloc(26_214_400)]))).toBe(
      'too-large',
    );
  });

  test('an e-KYC file opens without pages', async () => {
    expect(await opened(Buffer.from('PK\x03\x04'), 'a.zip')).toMatchObject({ kind: 'zip', pageCount: 0 });
    expect(await opened(Buffer.from('<?xml version="1.0"?><OfflinePaperlessKyc/>'))).toMatchObject({
      kind: 'xml',
    });
  });

  test.each(['jpeg', 'png', 'tiff'] as const)('a %s that was cut short is damaged', async (kind) => {
    const whole = await sheet().resize(600, 400).toFormat(kind).toBuffer();
    for (const share of [0.2, 0.5, 0.8]) {
      expect(await faultOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('damaged');
    }
  });

  test('a picture that claims too many pixels is refused by its header', async () => {
    const png = await sheet().png().toBuffer();
    png.writeUInt32BE(30_000, 16);
    png.writeUInt32BE(30_000, 20);
    const jpeg = await sheet().jpeg().toBuffer();
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(30_000, frame + 5);
    jpeg.writeUInt16BE(30_000, frame + 7);
    const tiff = setTiffTag(
      setTiffTag(await sheet().tiff({ compression: 'lzw' }).toBuffer(), 256, 30_000),
      257,
      30_000,
    );
    const tiles = setTiffTag(await sheet().tiff({ compression: 'lzw', tile: true }).toBuffer(), 322, 65_520);
    const bits = setTiffTag(await sheet().tiff({ compression: 'lzw' }).toBuffer(), 277, 60);
    for (const bomb of [png, jpeg, tiff, setTiffTag(tiles, 323, 65_520), bits]) {
      expect(await openDocument(bomb, { assets })).toEqual({ ok: false, error: 'too-many-pixels' });
    }
  });

  test('whatever bytes a document is changed into, it opens or is refused by name', async () => {
    const files = [
      await sheet().jpeg().toBuffer(),
      await sheet().png().toBuffer(),
      await sheet().tiff({ compression: 'lzw' }).toBuffer(),
      Buffer.from(await pdfOf([{ width: 30, height: 30 }])),
      heifOf({ width: 8, height: 8, pixels: new Uint8Array(64) }),
    ];
    const faults = ['opens', ...documentFault.options];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255))),
        async (file, changes) => {
          const bytes = Buffer.from(file);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          expect(faults).toContain(await faultOf(bytes));
        },
      ),
      { numRuns: 80 },
    );
  });

  test('TIFF directories that lead in a circle, or are too many', async () => {
    const tiff = await sheet().tiff({ compression: 'lzw' }).toBuffer();
    for (const count of [21, 90])
      expect(await faultOf(joinTiffs(Array(count).fill(tiff) as Buffer[]))).toBe('too-many-pages');
    const directory = tiff.readUInt32LE(4);
    tiff.writeUInt32LE(directory, directory + 2 + tiff.readUInt16LE(directory) * 12);
    expect(await faultOf(tiff)).toBe('damaged');
  });
});

/** Writes the first value of a tag that fits into its entry. */
function setTiffTag(file: Buffer, tag: number, value: number): Buffer {
  const directory = file.readUInt32LE(4);
  for (let entry = 0; entry < file.readUInt16LE(directory); entry++) {
    const place = directory + 2 + entry * 12;
    if (file.readUInt16LE(place) !== tag) continue;
    if (file.readUInt16LE(place + 2) === 3) file.writeUInt16LE(value, place + 8);
    else file.writeUInt32LE(value, place + 8);
    return file;
  }
  throw new Error(`No tag ${tag}`);
}
