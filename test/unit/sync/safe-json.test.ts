import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSafely } from '../../../electron/sync/safe-json.ts';

it('parses what JSON.parse parses', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 8 }), (text) => {
      // Left out on purpose: the cases below are about it.
      fc.pre(!text.includes('__proto__'));
      expect(parseSafely(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
    }),
  );
});

it('refuses what is too deep before building it, and does not count brackets in text', () => {
  const depth = 200_000;
  expect(parseSafely('['.repeat(depth) + ']'.repeat(depth))).toEqual({ ok: false, error: 'too-deep' });
  expect(parseSafely('{"a":'.repeat(depth))).toEqual({ ok: false, error: 'too-deep' });
  expect(parseSafely(JSON.stringify({ note: '[[['.repeat(100) + '\\"{' }))).toMatchObject({ ok: true });
});

it.each([
  '{"__proto__":{"isAdmin":true},"name":"x"}',
  '{"\\u005f_proto__":{"isAdmin":true},"name":"x"}',
  '{"\\u005F\\u005Fproto__":{"isAdmin":true},"name":"x"}',
])('leaves the prototype out of %s', (text) => {
  const parsed = parseSafely(text);
  expect(parsed).toEqual({ ok: true, value: { name: 'x' } });
  if (!parsed.ok) return;
  const copy = Object.assign({}, parsed.value) as { isAdmin?: boolean };
  expect(copy.isAdmin).toBeUndefined();
  expect(Object.keys(parsed.value as object)).toEqual(['name']);
});

it('names what is no JSON', () => {
  expect(parseSafely('<html>')).toEqual({ ok: false, error: 'not-json' });
  expect(parseSafely('')).toEqual({ ok: false, error: 'not-json' });
});
