import { expect, it } from 'vitest';
import { withHiddenPan } from '../../../../renderer/features/documents/hidden-pan.ts';

it('shows a PAN by its last four characters wherever it stands in a sentence', () => {
  expect(withHiddenPan('पैन कार्ड: “ABCPD1234F”; आवेदन पत्र: “ABCPD1284F”।')).toBe(
    'पैन कार्ड: “••••••234F”; आवेदन पत्र: “••••••284F”।',
  );
  expect(withHiddenPan('K11034638, 14/03/1988, XABCPD1234F')).toBe('K11034638, 14/03/1988, XABCPD1234F');
});
