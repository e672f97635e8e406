/** The bytes that a file of the kind begins with; what a file is called proves nothing. */
const beginnings = {
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
} as const;

/** Whether base64 text holds a picture of the kind that it is said to be, of at most `maximumBytes`. */
export function isPicture(base64: string, mime: keyof typeof beginnings, maximumBytes: number): boolean {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > maximumBytes) return false;
  return beginnings[mime].every((byte, place) => bytes[place] === byte);
}
