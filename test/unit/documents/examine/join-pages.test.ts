import { expect, it } from 'vitest';
import {
  joinPages,
  type DocumentParts,
  type ReadPage,
} from '../../../../electron/documents/examine/join-pages.ts';
import { jobAnswer } from '../../../../electron/documents/host/job.ts';
import type { PlacedCode } from '../../../../electron/documents/examine/page-work.ts';
import type { MaskedRegion, SignatureOutcome } from '../../../../shared/domain/documents/document-reading.ts';

const page: ReadPage = {
  ...{
    width: 100,
    height: 100,
    kind: 'unknown',
    fields: [],
    numberCheck: 'not-read',
    hash: null,
    unreadCodes: [],
    warnings: [],
  },
};
const parts: DocumentParts = {
  ...{
    pages: Array(20).fill(page) as ReadPage[],
    code: null,
    codes: [],
    photo: null,
    hasMorePictures: false,
  },
  masking: { regions: [], residue: 0, wantsHand: false },
};

function number(pageNumber: number, y: number, x = 0.1): MaskedRegion {
  return { what: 'number', box: { page: pageNumber, x, y, width: 0.2, height: 0.01 } };
}

function regionsOf(regions: MaskedRegion[]): MaskedRegion[] {
  const reading = joinPages({ ...parts, masking: { ...parts.masking, regions } });
  const answer = jobAnswer.safeParse({ reading, maskedPages: [], originalPages: [] });
  expect(answer.error).toBeUndefined();
  return reading.masking.regions;
}

it('the place of a number that both engines read is told once', () => {
  const both = [number(0, 0.5), number(0, 0.502, 0.11), number(1, 0.5), number(0, 0.7)];
  const [first, ...others] = regionsOf(both);
  expect(others).toEqual([number(1, 0.5), number(0, 0.7)]);
  // Both of them lie in it.
  expect(first?.box).toMatchObject({ page: 0, x: 0.1, y: 0.5 });
  expect(first?.box.width).toBeCloseTo(0.21);
  expect(first?.box.height).toBeCloseTo(0.012);
});

it('what the officer drew is told as drawn, also over a number', () => {
  const drawn: MaskedRegion = { ...number(0, 0.5), what: 'by-hand' };
  expect(regionsOf([number(0, 0.5), drawn])).toEqual([number(0, 0.5), drawn]);
});

it('a document full of numbers has an answer that can be sent', () => {
  const full = Array.from({ length: 3000 }, (_, at) => number(at % 20, Math.floor(at / 20) / 160));
  expect(regionsOf(full)).toHaveLength(1000);
});

function code(signature: SignatureOutcome): PlacedCode {
  const box = { page: 0, x: 0.1, y: 0.1, width: 0.2, height: 0.2 };
  const read = { kind: 'secure-qr', version: 'V2', referenceDate: null, photo: null, box } as const;
  return { code: { ...read, signature }, fields: [], numberCheck: 'not-read', mustGo: false, box };
}

it('an altered code is told also where a genuine one stands beside it', () => {
  const by = { certificateSha256: 'ab', certificateName: 'नमूना' };
  const genuine = code({ outcome: 'genuine', ...by, wasValid: true });
  const altered = code({ outcome: 'altered', ...by });
  const warningsOf = (codes: PlacedCode[]) => joinPages({ ...parts, code: codes[0] ?? null, codes }).warnings;
  expect(warningsOf([genuine, altered])).toEqual(['another-code-altered']);
  expect(warningsOf([genuine, genuine])).toEqual([]);
  expect(warningsOf([altered])).toEqual([]);
});
