import devanagari400 from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-400-normal.woff2?inline';
import devanagari700 from '@fontsource/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-700-normal.woff2?inline';
import latin400 from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2?inline';
import latin700 from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2?inline';
import { fontFiles } from '../../shared/paper/font-files.ts';

/** Static files: Chromium turns variable ones into Type 3 fonts, which doubles a PDF's size. */
const addresses: Record<keyof typeof fontFiles, string> = {
  'devanagari-400': devanagari400,
  'devanagari-700': devanagari700,
  'latin-400': latin400,
  'latin-700': latin700,
};

/** The fonts of papers, by the path under which the page asks for them. */
export const fontBytes: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map(
  (Object.keys(fontFiles) as (keyof typeof fontFiles)[]).map((name) => [
    fontFiles[name],
    decoded(addresses[name]),
  ]),
);

function decoded(address: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64'));
}
