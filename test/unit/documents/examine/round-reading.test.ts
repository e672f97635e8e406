import { expect, it } from 'vitest';
import { roundReading } from '../../../../electron/documents/examine/round-reading.ts';
import {
  documentReading,
  type DocumentReading,
} from '../../../../shared/domain/documents/document-reading.ts';
import { emptyReading } from '../host/empty-reading.ts';

it('leaves no long run of digits in a reading, and moves no box by a pixel', () => {
  const box = { page: 3, x: 1 / 3, y: 2 / 7, width: 0.1234567890123456, height: 1 };
  const reading: DocumentReading = {
    ...emptyReading,
    fields: [{ field: 'name', value: 'नमूना', source: 'print', box, confidence: 0.987654321012 }],
    code: {
      kind: 'secure-qr',
      version: 'V2',
      signature: { outcome: 'cannot-verify', why: 'damaged' },
      referenceDate: null,
      photo: null,
      box,
    },
    masking: { regions: [{ what: 'number', box }], residue: 0, wantsHand: false },
  };
  const rounded = roundReading(reading);
  expect(documentReading.parse(rounded)).toEqual(rounded);
  expect(JSON.stringify(rounded)).not.toMatch(/\d{7}/);
  const { x, y, page } = rounded.masking.regions[0]?.box ?? box;
  expect(page).toBe(3);
  expect(Math.abs(x - box.x) * 10_000).toBeLessThan(1);
  expect(Math.abs(y - box.y) * 10_000).toBeLessThan(1);
  expect(roundReading(emptyReading)).toEqual(emptyReading);
});
