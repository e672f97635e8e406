import { expect, it } from 'vitest';
import { containsAadhaarNumber } from '../../../../../shared/domain/aadhaar-number.ts';
import { documentReading } from '../../../../../shared/domain/documents/document-reading.ts';
import { maskReading } from '../../../../../shared/domain/documents/mask-reading.ts';
import { aadhaarLikeNumber } from '../../../../support/samples/aadhaar-like.ts';
import { aadhaarReading } from '../../../../support/samples/sample-readings.ts';

it('masks numbers in texts and leaves hashes as they are', () => {
  const digits = aadhaarLikeNumber().replaceAll(' ', '');
  const fingerprints = { pages: [`${digits}${'0'.repeat(52)}`], photo: null };
  const reading = aadhaarReading({ address: `नमूना ${aadhaarLikeNumber()}` }, { fingerprints });
  const safe = maskReading(reading);
  expect(safe.fields.some(({ value }) => containsAadhaarNumber(value))).toBe(false);
  expect(safe.fingerprints).toEqual(fingerprints);
  expect(documentReading.parse(safe)).toEqual(safe);
});
