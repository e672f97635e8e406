import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import jbig2Url from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpegUrl from 'pdfjs-dist/wasm/openjpeg.wasm?url';

export { workerUrl };

const wasm: Record<string, string> = { 'jbig2.wasm': jbig2Url, 'openjpeg.wasm': openjpegUrl };

/** For PDFs that name a standard font and do not carry it. */
const fonts = import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const fontUrls: Record<string, string> = Object.fromEntries(
  Object.entries(fonts).map(([path, url]) => [path.slice(path.lastIndexOf('/') + 1), url]),
);

/** The bundled address of a file that the PDF reader asks for by name; null for what we do not ship. */
export function assetUrl(kind: string, filename: string): string | null {
  const known = kind === 'wasmUrl' ? wasm : kind === 'standardFontDataUrl' ? fontUrls : {};
  return known[filename] ?? null;
}
