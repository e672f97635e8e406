import type { FileKind } from './file-kind.ts';

const kinds: Partial<Record<string, FileKind>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  tif: 'tiff',
  tiff: 'tiff',
  pdf: 'pdf',
  heic: 'heic',
  heif: 'heic',
  zip: 'zip',
  xml: 'xml',
};

/** What a file's name promises; null for an ending that promises nothing we know (`scan.1`, `Dr.Ram`). */
export function kindOfName(fileName: string): FileKind | null {
  const ending = /\.([A-Za-z]{3,4})$/.exec(fileName.trim())?.[1]?.toLowerCase();
  return (ending !== undefined && Object.hasOwn(kinds, ending) ? kinds[ending] : undefined) ?? null;
}
