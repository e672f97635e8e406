import { expect, test } from 'vitest';
import { cardRegion } from '../../../../renderer/features/documents/card-region.ts';
import type { DocumentReading, ReadField } from '../../../../shared/domain/documents/document-reading.ts';
import { formReading } from '../../../support/samples/sample-readings.ts';

function reading(fields: ReadField[]): DocumentReading {
  return { ...formReading(), kind: 'aadhaar', fields };
}

function printed(field: ReadField['field'], x: number, y: number): ReadField {
  return {
    field,
    value: 'x',
    source: 'print',
    confidence: 0.9,
    box: { page: 0, x, y, width: 0.1, height: 0.01 },
  };
}

const card = [printed('name', 0.2, 0.1), printed('dob', 0.2, 0.12), printed('gender', 0.2, 0.14)];

test('the photo is looked for left of the print of one card', () => {
  const region = cardRegion(reading(card));
  expect(region?.page).toBe(0);
  expect(region?.x).toBeCloseTo(0.125);
  expect(region?.width).toBeCloseTo(0.085);
  expect(region?.y).toBeCloseTo(0.0875);
});

test('the code, the other side and another card on the same page do not draw it wide', () => {
  const code: ReadField = { ...printed('name', 0.7, 0.05), source: 'secure-qr' };
  const below = printed('name', 0.2, 0.6);
  const opposite = printed('nameHindi', 0.75, 0.1);
  expect(cardRegion(reading([code, ...card, below, opposite]))).toEqual(cardRegion(reading(card)));
});

test('where only the code told the name, nothing is shown for the photo', () => {
  expect(cardRegion(reading([{ ...printed('name', 0.7, 0.05), source: 'secure-qr' }]))).toBeNull();
});
