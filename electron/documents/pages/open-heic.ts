import type { DocumentFault } from '../../../shared/domain/documents/document-fault.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { DocumentAssets } from '../document-assets.ts';
import type { RasterPage } from '../raster-page.ts';
import { readHeicSizes } from './heic-header.ts';
import { startLibheif, type Libheif } from './libheif-engine.ts';
import type { OpenedDocument } from './opened-document.ts';
import { faultOfSize } from './picture-size.ts';

/** Opens a phone's picture. Its own transformations make it upright; the orientation in its EXIF repeats them. */
export async function openHeic(
  bytes: Uint8Array,
  assets: DocumentAssets,
): Promise<Result<OpenedDocument, DocumentFault>> {
  const sizes = readHeicSizes(bytes);
  if (sizes.length === 0) return fail('damaged');
  for (const size of sizes) {
    const fault = faultOfSize(size);
    if (fault) return fail(fault);
  }
  const engine = await startLibheif(assets);
  const found = findPicture(engine, bytes);
  if (!found) return fail('damaged');
  // A grid may claim more than its tiles do.
  const fault = faultOfSize(found);
  if (fault) return fail(fault);
  let handle: unknown = found.handle;
  return ok({
    kind: 'heic',
    pageCount: 1,
    hasMorePictures: found.count > 1,
    page: async (index) => {
      const page = index === 0 && handle !== null ? decode(engine, handle) : null;
      return page ? ok(page) : fail('damaged');
    },
    close: () => {
      handle = null;
    },
  });
}

interface Found {
  handle: unknown;
  count: number;
  width: number;
  height: number;
}

function findPicture(engine: Libheif, bytes: Uint8Array): Found | null {
  try {
    const context = engine.heif_context_alloc();
    const read = engine.heif_context_read_from_memory(context, bytes);
    if (read.code !== engine.heif_error_code.heif_error_Ok) return null;
    const ids = engine.heif_js_context_get_list_of_top_level_image_IDs(context);
    const first = Array.isArray(ids) ? ids[0] : undefined;
    if (!Array.isArray(ids) || first === undefined) return null;
    const handle = engine.heif_js_context_get_image_handle(context, first);
    const width = engine.heif_image_handle_get_width(handle);
    const height = engine.heif_image_handle_get_height(handle);
    return { handle, count: ids.length, width, height };
  } catch {
    return null;
  }
}

/** Null when the picture cannot be decoded. No resolution is known: a phone has none. */
function decode(engine: Libheif, handle: unknown): RasterPage | null {
  try {
    const { heif_colorspace_RGB: rgb } = engine.heif_colorspace;
    const { heif_chroma_interleaved_RGBA: rgba } = engine.heif_chroma;
    const decoded = engine.heif_js_decode_image2(handle, rgb, rgba);
    if (!('channels' in decoded)) return null;
    const { heif_channel_interleaved: interleaved } = engine.heif_channel;
    const plane = decoded.channels.find(({ id }) => id === interleaved);
    const page = plane && {
      width: plane.width,
      height: plane.height,
      pixels: onWhite(plane),
      dotsPerInch: null,
    };
    engine.heif_image_release(decoded.image);
    return page ?? null;
  } catch {
    return null;
  }
}

/** Lays red, green, blue and alpha on white paper. */
function onWhite(plane: { width: number; height: number; stride: number; data: Uint8Array }): Uint8Array {
  const { width, height, stride, data } = plane;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0, to = 0; y < height; y++) {
    for (let from = y * stride; from < y * stride + width * 4; from += 4) {
      const alpha = data[from + 3] ?? 255;
      for (let channel = 0; channel < 3; channel++, to++) {
        pixels[to] = 255 + (((data[from + channel] ?? 0) - 255) * alpha) / 255;
      }
    }
  }
  return pixels;
}
