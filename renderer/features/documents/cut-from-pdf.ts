import type { PageBox } from '../../../shared/domain/documents/page-box.ts';
import { drawPage, pageSize, releaseCanvas } from '../viewer/draw-page.ts';
import { openPdf } from '../viewer/open-pdf.ts';
import { maxPages } from '../viewer/page-geometry.ts';

/** Drawn at twice the height at which it is shown, so that a face stays a face. */
const sharpness = 2;

/** A part of a PDF's page as a picture; null where it cannot be drawn, which the viewer then says. */
export async function cutFromPdf(
  url: string,
  region: PageBox,
  height: number,
  signal: AbortSignal,
): Promise<Blob | null> {
  const handle = openPdf(url, maxPages);
  const whole = document.createElement('canvas');
  const part = document.createElement('canvas');
  try {
    const opened = await handle.opened;
    if (!opened.ok || signal.aborted) return null;
    const page = await opened.document.getPage(region.page + 1);
    const size = pageSize(page);
    const shown = (sharpness * height) / (region.height * size.height);
    await drawPage({ page, canvas: whole, size, rotation: 0, shown }).done;
    part.width = Math.max(1, Math.round(region.width * whole.width));
    part.height = Math.max(1, Math.round(region.height * whole.height));
    const from = [Math.round(region.x * whole.width), Math.round(region.y * whole.height)] as const;
    const extent = [part.width, part.height] as const;
    part.getContext('2d')?.drawImage(whole, ...from, ...extent, 0, 0, ...extent);
    return await new Promise((resolve) => {
      part.toBlob(resolve, 'image/png');
    });
  } catch {
    return null;
  } finally {
    releaseCanvas(whole);
    releaseCanvas(part);
    handle.close();
  }
}
