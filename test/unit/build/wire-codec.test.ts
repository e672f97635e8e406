import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWire, encodeWire } from '../../../build/stand-in/page/wire-codec.ts';

const again = (value: unknown) => decodeWire(encodeWire(value));

describe('values between the page and the host', () => {
  test('arrive as the structured clone would bring them', () => {
    const value = {
      nothing: undefined,
      list: [undefined, null, 1n, -0, NaN, Infinity],
      bytes: new Uint8Array([0, 255, 128]),
      floats: new Float64Array([1.5, -2]),
      buffer: new Uint8Array([7]).buffer,
      date: new Date(86_400_000),
      noTime: new Date(NaN),
      map: new Map<unknown, unknown>([['a', new Set([1])]]),
      $: 'a key that looks like a tag',
      text: 'हूँ \u2028 \ud800',
    };
    expect(again(value)).toStrictEqual(value);
  });

  test('any JSON-like value survives', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }),
        (value) => {
          expect(again(value)).toEqual(structuredClone(value));
        },
      ),
    );
  });

  test('a Buffer arrives as the plain bytes that it is', () => {
    const arrived = again(Buffer.from([1, 2, 3]));
    expect(arrived).toBeInstanceOf(Uint8Array);
    expect(arrived).not.toBeInstanceOf(Buffer);
  });

  test('a key named __proto__ stays a key', () => {
    const arrived = again(JSON.parse('{"__proto__":{"isAdmin":true}}')) as Record<string, unknown>;
    expect(Object.keys(arrived)).toEqual(['__proto__']);
    expect(arrived['isAdmin']).toBeUndefined();
  });

  test('an error keeps its name and message', () => {
    expect(again(new TypeError('no'))).toMatchObject({ name: 'TypeError', message: 'no' });
  });

  test('functions, symbols and cycles are refused', () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    for (const value of [() => 1, Symbol('x'), { inside: () => 1 }, cycle, Promise.resolve()]) {
      expect(() => encodeWire(value)).toThrow('could not be cloned');
    }
  });

  test('one object in two places is no cycle', () => {
    const shared = { n: 1 };
    expect(again([shared, shared])).toEqual([shared, shared]);
  });
});
