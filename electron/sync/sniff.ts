import type { Scan } from '../../shared/domain/request.ts';

const beginnings: Record<Scan['mime'], readonly number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** Whether the bytes begin as what they are said to be; nothing else is handed to a decoder. */
export function beginsAs(mime: Scan['mime'], bytes: Uint8Array): boolean {
  return beginnings[mime].every((byte, index) => bytes[index] === byte);
}
