import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineReader } from '../../../electron/sync/line-reader.ts';
import type { BodyReader } from '../../../electron/sync/transport.ts';

function bodyOf(pieces: Uint8Array[]): BodyReader {
  const left = [...pieces];
  return {
    read: async () => ({ ok: true, value: left.shift() ?? null }),
    close: async () => undefined,
  };
}

async function linesOf(pieces: Uint8Array[], limit = 1000) {
  const reader = lineReader(bodyOf(pieces), limit);
  const lines = [];
  for (;;) {
    const batch = await reader.read();
    if (!batch.ok || batch.value === null) break;
    lines.push(...batch.value);
  }
  return { lines, rest: reader.rest() };
}

describe('lines of a body', () => {
  it('are the same however the bytes are cut, also within a character', async () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat(7), { minLength: 1 }), async (texts, cuts) => {
        const bytes = Buffer.from(texts.map((text) => `${text}\n`).join(''));
        const pieces: Uint8Array[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = (cuts[turn % cuts.length] ?? 0) + 1;
          pieces.push(bytes.subarray(at, at + size));
          at += size;
        }
        const { lines, rest } = await linesOf(pieces, 1e6);
        expect(lines.map((found) => ('text' in found ? found.text : null))).toEqual(texts);
        expect(rest).toBeNull();
      }),
    );
  });

  it('leave what has no end as the rest', async () => {
    expect(await linesOf([Buffer.from('one\ntw'), Buffer.from('o')])).toEqual({
      lines: [{ text: 'one', bytes: 3 }],
      rest: { text: 'two', bytes: 3 },
    });
  });

  it('beyond the limit are skipped, and the next ones read', async () => {
    const { lines } = await linesOf([
      Buffer.alloc(600, 0x61),
      Buffer.alloc(600, 0x61),
      Buffer.from('\nnext\n'),
    ]);
    expect(lines).toEqual([
      { fault: 'too-large', bytes: 1200 },
      { text: 'next', bytes: 4 },
    ]);
  });

  it('that are no UTF-8 are named, not repaired', async () => {
    const { lines } = await linesOf([Buffer.from([0x61, 0xff, 0x0a, 0x62, 0x0a])]);
    expect(lines).toEqual([
      { fault: 'not-utf8', bytes: 2 },
      { text: 'b', bytes: 1 },
    ]);
  });
});
