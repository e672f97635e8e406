import { logoBytes } from '../../../shared/domain/local-addition.ts';

export interface Logo {
  mime: 'image/png' | 'image/jpeg';
  base64: string;
}

export type LogoReading = { ok: true; logo: Logo } | { ok: false; fault: 'too-large' | 'not-a-picture' };

const signatures: { mime: Logo['mime']; bytes: readonly number[] }[] = [
  { mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
];

/** Reads a picture for the letterhead. What it is follows from its first bytes, not from the file's name. */
export function readLogo(bytes: Uint8Array): LogoReading {
  if (bytes.length > logoBytes) return { ok: false, fault: 'too-large' };
  const known = signatures.find(({ bytes: start }) => start.every((byte, at) => bytes[at] === byte));
  if (!known) return { ok: false, fault: 'not-a-picture' };
  return { ok: true, logo: { mime: known.mime, base64: toBase64(bytes) } };
}

/** A file that was cut short begins rightly, and would leave a hole on every paper. */
export async function canBeDrawn({ mime, base64 }: Logo): Promise<boolean> {
  try {
    const bitmap = await createImageBitmap(new Blob([fromBase64(base64)], { type: mime }));
    bitmap.close();
    return true;
  } catch {
    return false;
  }
}

/** In pieces, as the arguments of one call are limited. */
function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) {
    text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  }
  return btoa(text);
}

export function fromBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
