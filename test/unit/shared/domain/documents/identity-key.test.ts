import { expect, it } from 'vitest';
import { identityKey, identityKeys } from '../../../../../shared/domain/documents/identity-key.ts';
import { fieldsOf, panReading } from '../../../../support/samples/sample-readings.ts';

const dob = '1990-04-12';

it.each([
  ['Sita Devi', 'सीता देवी'],
  ['SEETA DEVI', 'Smt. Sita Devi'],
  ['Ramesh Choudhary', 'Chaudhary Ramesh'],
  ['रमेश चौधरी', 'Ramesh Chaudhari'],
])('%s and %s are found as one', (a, b) => {
  expect(identityKey(a, dob)).not.toBeNull();
  expect(identityKey(a, dob)).toBe(identityKey(b, dob));
});

it('tells people and days apart', () => {
  expect(identityKey('Sita Devi', dob)).not.toBe(identityKey('Mohan Choudhary', dob));
  expect(identityKey('Sita Devi', dob)).not.toBe(identityKey('Sita Devi', '1990-04-13'));
});

it('makes none of a year alone or a name that cannot be read', () => {
  expect(identityKey('Sita Devi', '1990')).toBeNull();
  expect(identityKey('', dob)).toBeNull();
  expect(identityKey('12345', dob)).toBeNull();
});

it('takes each name of a paper with each date, once', () => {
  const fields = [...panReading().fields, ...fieldsOf('print', { nameHindi: 'सीता देवी' })];
  expect(identityKeys({ fields })).toEqual([identityKey('Sita Devi', dob)]);
});
