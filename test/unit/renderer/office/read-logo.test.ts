import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fromBase64, readLogo } from '../../../../renderer/features/office/read-logo.ts';
import { localEntry, logoBytes } from '../../../../shared/domain/local-addition.ts';

const picture = sharp({ create: { width: 40, height: 20, channels: 3, background: '#16466b' } });

describe('readLogo', () => {
  it.each([
    ['image/png', async () => picture.clone().png().toBuffer()],
    ['image/jpeg', async () => picture.clone().jpeg().toBuffer()],
  ] as const)('reads %s by its first bytes, whole', async (mime, make) => {
    const bytes = new Uint8Array(await make());
    const reading = readLogo(bytes);
    if (!reading.ok) throw new Error(reading.fault);
    expect(reading.logo.mime).toBe(mime);
    expect(fromBase64(reading.logo.base64)).toEqual(bytes);
    expect(localEntry.safeParse({ kind: 'logo', ...reading.logo }).success).toBe(true);
  });

  it('takes the largest that is allowed, and not a byte more', () => {
    const largest = new Uint8Array(logoBytes);
    largest.set([0xff, 0xd8, 0xff]);
    const reading = readLogo(largest);
    expect(reading.ok).toBe(true);
    if (reading.ok) expect(localEntry.safeParse({ kind: 'logo', ...reading.logo }).success).toBe(true);
    const larger = new Uint8Array(logoBytes + 1);
    larger.set([0xff, 0xd8, 0xff]);
    expect(readLogo(larger)).toEqual({ ok: false, fault: 'too-large' });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a cut signature', new Uint8Array([0x89, 0x50])],
    ['SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', new TextEncoder().encode('GIF89a')],
    ['a PDF', new TextEncoder().encode('%PDF-1.7')],
  ])('refuses %s', (_, bytes) => {
    expect(readLogo(bytes)).toEqual({ ok: false, fault: 'not-a-picture' });
  });
});
