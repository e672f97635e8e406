import { expect, it } from 'vitest';
import { isPlausible } from '../../../../../../shared/domain/documents/reading/is-plausible.ts';

it.each([
  ['name', 'Sita Devi'],
  ['name', 'sita Devi'],
  ['name', 'R. K. SHARMA'],
  ['nameHindi', 'सीता देवी'],
  ['nameHindi', 'कु॰ सीता'],
  ['dob', '1958-11-03'],
  ['pan', 'ABCPD1234F'],
  ['kioskCode', 'K11036425'],
] as const)('lets stand what may be a %s: %s', (field, value) => {
  expect(isPlausible(field, value)).toBe(true);
});

it.each([
  ['name', 'Xqwrtzpl'],
  ['name', 'Sita|Devi'],
  ['name', 'SitaDeviAndAllTheOthers'],
  ['nameHindi', 'ीता देवी'],
  ['dob', '1958-13-03'],
  ['gender', 'Q'],
  ['pan', 'ABC'],
  ['last4', '12'],
] as const)('knows what is no %s: %s', (field, value) => {
  expect(isPlausible(field, value)).toBe(false);
});
