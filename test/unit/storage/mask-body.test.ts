import { expect, it } from 'vitest';
import { maskBody } from '../../../electron/storage/mask-body.ts';

/** Made up, with a check digit that fits. */
const number = '999941057058';

it('masks texts at any depth, unknown fields too, and counts them', () => {
  const body = { note: number, future: [{ deep: [`Sample ${number}`, 'plain'] }], count: 3, none: null };
  expect(maskBody(body)).toEqual({
    body: {
      note: 'XXXXXXXX7058',
      future: [{ deep: ['Sample XXXXXXXX7058', 'plain'] }],
      count: 3,
      none: null,
    },
    masked: 2,
  });
  expect(body.note).toBe(number);
});

it.each([
  'id',
  'kioskCode',
  'requestNo',
  'lspId',
  'hash',
  'blobHash',
  'reference',
  'paymentReference',
  'mobile',
  'mobileNumber',
  'homePhone',
  'telephone',
  'cursor',
  'login',
])('leaves the digits of %s, which mean something else', (name) => {
  const body = { [name]: number, list: [{ [name]: number }] };
  expect(maskBody(body)).toEqual({ body, masked: 0 });
});

it.each(['noNote', 'cono', 'idea', 'hashtag', 'decoded', 'remarks'])(
  'does not take %s for one of those',
  (name) => {
    expect(maskBody({ [name]: number }).masked).toBe(1);
  },
);

it('gives back the same object when there is nothing to mask', () => {
  const body = { a: ['01/10/2026 15:30:00.000', { b: 'K116209807 K11034638' }] };
  expect(maskBody(body).body).toBe(body);
  expect(maskBody(undefined)).toEqual({ body: undefined, masked: 0 });
});

it('leaves a helpline its number: with +91 it has twelve digits too', () => {
  const body = { id: 'help', label: { hi: 'नमूना', en: 'Sample' }, number: '+91-141-2900005' };
  expect(maskBody(body).masked).toBe(1);
  expect(maskBody(body, 'helpline')).toEqual({ body, masked: 0 });
  const inLabel = { ...body, label: { hi: 'नमूना +91-141-2900005', en: '' } };
  expect(maskBody(inLabel, 'helpline').masked).toBe(1);
  expect(maskBody({ number: body.number }, 'toString').masked).toBe(1);
});
