import { documentLimits, type DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { fail, ok, unreachable, type Result } from '../../../shared/result.ts';
import type { DocumentAssets } from '../document-assets.ts';
import type { FileKind } from './file-kind.ts';
import { kindOfName } from './kind-of-name.ts';
import { openHeic } from './open-heic.ts';
import { openPdf } from './open-pdf.ts';
import { openJpeg, openPng, openTiff } from './open-raster.ts';
import type { OpenedDocument } from './opened-document.ts';
import { sniffKind } from './sniff-kind.ts';

export interface OpenOptions {
  assets: DocumentAssets;
  /** Its ending must not contradict the content. */
  fileName?: string;
}

type Opened = Result<OpenedDocument, DocumentFault>;

/**
 * Opens a file that came from outside. Everything that its headers say is checked before anything is decoded; bad
 * input gives a named fault, never an exception. To be run in a process that can be killed.
 */
export async function openDocument(bytes: Uint8Array, { assets, fileName }: OpenOptions): Promise<Opened> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > documentLimits.fileBytes) return fail('too-large');
  const kind = sniffKind(bytes);
  if (kind === null) return fail('not-a-document');
  const promised = fileName === undefined ? null : kindOfName(fileName);
  if (promised !== null && promised !== kind) return fail('content-differs-from-name');
  try {
    return await openAs(kind, bytes, assets);
  } catch (error) {
    // Headers that end before they should are read past their end; anything else is a fault of ours.
    if (error instanceof RangeError) return fail('damaged');
    throw error;
  }
}

async function openAs(kind: FileKind, bytes: Uint8Array, assets: DocumentAssets): Promise<Opened> {
  switch (kind) {
    case 'jpeg':
      return openJpeg(bytes);
    case 'png':
      return openPng(bytes);
    case 'tiff':
      return openTiff(bytes);
    case 'pdf':
      return openPdf(bytes, assets);
    case 'heic':
      return openHeic(bytes, assets);
    case 'zip':
    case 'xml':
      return ok(withoutPages(kind));
    default:
      return unreachable(kind);
  }
}

function withoutPages(kind: FileKind): OpenedDocument {
  return {
    kind,
    pageCount: 0,
    hasMorePictures: false,
    page: async () => fail('not-a-document'),
    close: () => undefined,
  };
}
