import type { DocumentAssets } from '../../../electron/documents/document-assets.ts';
import { openDocument } from '../../../electron/documents/pages/open-document.ts';
import type { RasterPage } from '../../../electron/documents/raster-page.ts';

/** The first page of a picture as the app takes it in: turned by its EXIF tag, not by its looks. */
export async function openPage(bytes: Uint8Array, assets: DocumentAssets): Promise<RasterPage> {
  const opened = await openDocument(bytes, { assets });
  if (!opened.ok) throw new Error(`The picture does not open: ${opened.error}`);
  const page = await opened.value.page(0);
  opened.value.close();
  if (!page.ok) throw new Error(`The page does not open: ${page.error}`);
  return page.value;
}
