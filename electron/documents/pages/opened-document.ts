import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import type { Result } from '../../../shared/result.ts';
import type { RasterPage } from '../raster-page.ts';
import type { FileKind } from './file-kind.ts';

export interface PageOptions {
  /** Lowers the resolution: a PDF is rendered at it, a scan of a known higher one is shrunk. Never raises it. */
  maxDpi?: number;
}

/** A file that was found in order by its headers. Its pages are decoded one at a time, and not kept. */
export interface OpenedDocument {
  kind: FileKind;
  /** 0 for ZIP and XML: there is nothing to look at. */
  pageCount: number;
  /** An animation or several pictures in one file: only the first is a page, and the officer is told. */
  hasMorePictures: boolean;
  /** Upright, in red, green and blue, on white. `damaged` also for an index that is none. */
  page(index: number, options?: PageOptions): Promise<Result<RasterPage, DocumentFault>>;
  /** Gives back what the engine holds. No page can be had afterwards. */
  close(): void;
}
