import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAadhaarCode } from '../../../electron/documents/aadhaar/read-aadhaar-code.ts';
import { codeAssets } from '../../support/aadhaar/package-assets.ts';
import { aadhaarLikeNumber } from '../../support/samples/aadhaar-like.ts';

const number = aadhaarLikeNumber().replaceAll(' ', '');
const read = (text: string) => readAadhaarCode(text, [], codeAssets);

/** As the old letters carry it. */
function xmlQr(uid: string, prefix = '<?xml version="1.0" encoding="UTF-8"?>'): string {
  return (
    `${prefix} <PrintLetterBarcodeData uid="${uid}" name="Namuna &amp; Kumar" gender="M" yob="1989" ` +
    'co="S/O Namuna Lal" loc="Namuna Nagar" vtc="Jaipur" dist="Jaipur" state="Rajasthan" pc="302001" dob="07/06/1989"/>'
  );
}

describe('the old XML code', () => {
  test.each(['<?xml version="1.0" encoding="UTF-8"?>', '</?xml version="1.0" encoding="UTF-8"?>', ''])(
    'with %j in front is read, unsigned, and tells four digits of its number',
    async (prefix) => {
      const result = await read(xmlQr(number, prefix));
      expect(result.code).toMatchObject({
        kind: 'xml-qr',
        signature: { outcome: 'cannot-verify', why: 'unsigned' },
      });
      expect(result).toMatchObject({ fullNumberPresent: true, numberCheck: 'passes' });
      expect(Object.fromEntries(result.fields.map(({ field, value }) => [field, value]))).toMatchObject({
        last4: number.slice(-4),
        name: 'Namuna & Kumar',
        dob: '1989-06-07',
        gender: 'M',
        fatherName: 'Namuna Lal',
      });
      expect(JSON.stringify(result)).not.toContain(number);
    },
  );

  test('with a number that fails Verhoeff says so, and is burned out all the same', async () => {
    const last = (Number(number.at(-1)) + 1) % 10;
    const result = await read(xmlQr(`${number.slice(0, -1)}${last}`));
    expect(result).toMatchObject({ fullNumberPresent: true, numberCheck: 'fails' });
  });

  test('with a document type or an entity is refused, and still counts as holding a number', async () => {
    for (const prefix of ['<!DOCTYPE a>', '<!ENTITY a "b">', '<! doctype a>']) {
      const result = await read(xmlQr(number, prefix));
      expect(result.code.signature).toEqual({ outcome: 'cannot-verify', why: 'damaged' });
      expect(result).toMatchObject({ fullNumberPresent: true, fields: [] });
    }
  });

  test('a number in any attribute, or in a code of another kind, never comes out', async () => {
    const inName = await read(xmlQr(number).replace('Namuna Nagar', `Near ${aadhaarLikeNumber()}`));
    expect(JSON.stringify(inName).replace(/\D/g, '')).not.toContain(number);
    const other = await read(`Ref ${number}`);
    expect(other).toMatchObject({ fullNumberPresent: true, code: { kind: 'other' } });
    expect(JSON.stringify(other)).not.toContain(number);
  });

  test('however it is cut or garbled, it is answered', async () => {
    const text = xmlQr(number);
    const garbled = fc.tuple(fc.nat(text.length), fc.string({ maxLength: 20 }), fc.nat(20));
    await fc.assert(
      fc.asyncProperty(garbled, async ([at, put, lost]) => {
        const result = await read(text.slice(0, at) + put + text.slice(at + lost));
        expect(result.code.signature.outcome).toBe('cannot-verify');
        expect(JSON.stringify(result.fields)).not.toContain(number);
      }),
      { numRuns: 500 },
    );
  });
});
