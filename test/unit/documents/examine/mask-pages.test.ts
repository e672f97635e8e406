import { describe, expect, it } from 'vitest';
import type { ExamineContext, ExamineInput } from '../../../../electron/documents/examine.ts';
import { maskPages } from '../../../../electron/documents/examine/mask-pages.ts';
import type { PlacedCode } from '../../../../electron/documents/examine/page-work.ts';
import type { WorkedPage } from '../../../../electron/documents/examine/read-pages.ts';
import type { OcrEngines } from '../../../../electron/documents/ocr/ocr-engines.ts';
import type { RasterPage } from '../../../../electron/documents/raster-page.ts';
import { numbersOnLines } from '../../../../electron/documents/reading/page-numbers.ts';
import type { PageReading } from '../../../../electron/documents/reading/read-page.ts';
import { examineJob } from '../../../support/documents/document-jobs.ts';
import { aadhaarLikeNumber } from '../../../support/samples/aadhaar-like.ts';
import { genuineCode } from '../../../support/samples/sample-readings.ts';

const number = aadhaarLikeNumber();

/** What is read again shows nothing: here only what was found before counts. */
const blind = {
  paddle: async () => ({ findLines: async () => [] }),
  tesseract: async () => ({ readPage: async () => [] }),
  codes: async () => ({ read: [], unread: [] }),
} as unknown as OcrEngines;
const context = {
  progress: () => undefined,
  signal: new AbortController().signal,
} as unknown as ExamineContext;

const secureCode: PlacedCode = {
  ...{ code: genuineCode, fields: [], numberCheck: 'not-read', mustGo: false },
  box: { page: 0, x: 0.6, y: 0.6, width: 0.3, height: 0.3 },
};

function pageOf(texts: readonly string[], changes: Partial<PageReading> = {}): WorkedPage {
  const page: RasterPage = {
    ...{ width: 400, height: 300, dotsPerInch: null },
    pixels: new Uint8Array(400 * 300 * 3).fill(255),
  };
  const lines = texts.map((text, row) => ({
    first: {
      text,
      confidence: 0.9,
      place: { centreX: 200, centreY: 30 + 40 * row, width: 300, height: 20, angle: 0 },
      characters: Array.from(text, (sign, at) => ({ text: sign, at: (at + 0.5) / text.length })),
    },
    second: null,
  }));
  const print: PageReading = {
    ...{ page, turns: 0, kind: 'aadhaar', showsAadhaar: false, fields: [], numberCheck: 'not-read', lines },
    ...{ numbers: numbersOnLines(lines, 'aadhaar'), warnings: [] },
    ...changes,
  };
  return {
    ...{ width: 400, height: 300, kind: print.kind, fields: [], numberCheck: print.numberCheck, hash: '' },
    ...{ warnings: [], print, codes: [], unreadCodes: [] },
    picture: { raster: async () => page, asJpeg: async () => new Uint8Array() },
  };
}

async function maskingOf(pages: readonly WorkedPage[], changes: Partial<ExamineInput> = {}) {
  const input = { ...examineJob(new Uint8Array()), isAadhaarSlot: false, ...changes };
  const masked = await maskPages(pages, input, blind, context);
  if (!masked.ok) throw new Error(masked.error);
  const { regions, wantsHand } = masked.value.masking;
  return { burned: regions.map(({ what }) => what), wantsHand };
}

describe('a card on which the number was not found', () => {
  it.each([
    ['a helpline', '1800 300 1947'],
    ['a mobile number', 'Mobile: +91 94140 12346'],
    ['a date with its time', '01-01-2015 12:34:56'],
    ['another long number', '123456789012345678'],
  ])('has %s burned out, and still wants a box by hand', async (_, text) => {
    expect(await maskingOf([pageOf([text])])).toEqual({ burned: ['number'], wantsHand: true });
  });

  it('wants none once its number was burned out, or a piece of it that another page showed', async () => {
    expect(await maskingOf([pageOf([number])])).toEqual({ burned: ['number'], wantsHand: false });
    const misread = number.replaceAll(' ', '').slice(0, 7);
    const both = [pageOf([number]), pageOf([misread])];
    expect(await maskingOf(both)).toEqual({ burned: ['number', 'number'], wantsHand: false });
  });

  it.each([
    ['known by its code only', { ...pageOf(['nothing'], { kind: 'unknown' }), codes: [secureCode] }],
    ['beside a PAN card', pageOf(['nothing'], { kind: 'pan', showsAadhaar: true })],
  ])('wants a box by hand also where it is %s', async (_, page) => {
    expect(await maskingOf([page])).toEqual({ burned: [], wantsHand: true });
  });

  it('wants none on other papers', async () => {
    expect(await maskingOf([pageOf(['nothing'], { kind: 'pan' })])).toEqual({ burned: [], wantsHand: false });
  });
});

describe('a code that nobody could read', () => {
  const unreadCodes = [{ page: 0, x: 0.6, y: 0.6, width: 0.2, height: 0.3 }];
  const card = { ...pageOf([number]), unreadCodes };

  it('is burned out of an Aadhaar card, as it may be an old one that holds the number', async () => {
    expect((await maskingOf([card])).burned).toEqual(['number', 'xml-qr']);
    const unknown = { ...pageOf([], { kind: 'unknown' }), unreadCodes };
    expect((await maskingOf([unknown], { isAadhaarSlot: true })).burned).toEqual(['xml-qr']);
  });

  it('stays on other papers, beside a code of UIDAI’s, and on a scan that is called masked', async () => {
    const pan = { ...pageOf([], { kind: 'pan' }), unreadCodes };
    expect((await maskingOf([pan])).burned).toEqual([]);
    expect((await maskingOf([{ ...card, codes: [secureCode] }])).burned).toEqual(['number']);
    expect((await maskingOf([{ ...card }], { masked: null })).burned).toEqual(['number']);
  });
});

describe('a scan that is called masked', () => {
  const letter = (text: string) => [pageOf([text], { kind: 'unknown' })];

  it('shows no number by a telephone on its letterhead', async () => {
    const head = letter('Phone: 0141-2227481, 2227482');
    expect(await maskingOf(head, { masked: null })).toEqual({ burned: [], wantsHand: false });
    expect(await maskingOf(head)).toEqual({ burned: ['number'], wantsHand: false });
  });

  it('shows every other number', async () => {
    for (const text of [number, number.slice(0, -1), 'A/C 1234000100123456'])
      expect((await maskingOf(letter(text), { masked: null })).burned).toHaveLength(1);
  });
});
