import { describe, expect, it } from 'vitest';
import type { BlobHash } from '../../../shared/domain/ids.ts';
import { PartialScans } from '../../../electron/sync/partial-scans.ts';

const name = (letter: string) => letter.repeat(64) as BlobHash;
const begun = (size: number) => ({ bytes: new Uint8Array(size), at: 7 });

describe('partial scans', () => {
  it('go on where they stopped, once, and only at the same size', () => {
    const partials = new PartialScans();
    partials.keep(name('a'), begun(100));
    expect(partials.take(name('a'), 100).at).toBe(7);
    expect(partials.take(name('a'), 100).at).toBe(0);
    partials.keep(name('a'), begun(100));
    expect(partials.take(name('a'), 101)).toMatchObject({ at: 0, bytes: { byteLength: 101 } });
  });

  it('never hold more than one largest scan; the oldest goes first', () => {
    const partials = new PartialScans();
    const size = 10 * 1024 * 1024;
    for (const letter of ['a', 'b', 'c']) partials.keep(name(letter), begun(size));
    expect(partials.take(name('a'), size).at).toBe(0);
    expect(partials.take(name('b'), size).at).toBe(7);
    expect(partials.take(name('c'), size).at).toBe(7);
  });
});
