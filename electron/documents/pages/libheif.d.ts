/** What we use of libheif's JavaScript binding, which ships no types for it. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
  /** A number of libheif's `heif_error`; 0 is none. Embind gives enumerations as objects. */
  interface HeifError {
    code: { value: number } | number;
  }

  interface HeifChannel {
    id: unknown;
    width: number;
    height: number;
    stride: number;
    data: Uint8Array;
  }

  export interface Libheif {
    heif_context_alloc(): unknown;
    heif_context_free(context: unknown): void;
    heif_context_read_from_memory(context: unknown, bytes: Uint8Array): HeifError;
    heif_js_context_get_list_of_top_level_image_IDs(context: unknown): number[] | HeifError;
    heif_js_context_get_primary_image_handle(context: unknown): unknown;
    heif_js_context_get_image_handle(context: unknown, id: number): unknown;
    heif_image_handle_release(handle: unknown): void;
    heif_image_handle_get_width(handle: unknown): number;
    heif_image_handle_get_height(handle: unknown): number;
    heif_image_handle_is_primary_image(handle: unknown): boolean | number;
    heif_js_decode_image2(
      handle: unknown,
      colorspace: unknown,
      chroma: unknown,
    ): { channels: HeifChannel[]; image: unknown; code?: undefined } | HeifError;
    heif_image_release(image: unknown): void;
    heif_colorspace: { heif_colorspace_RGB: unknown };
    heif_chroma: { heif_chroma_interleaved_RGBA: unknown };
    heif_channel: { heif_channel_interleaved: unknown };
    heif_error_code: { heif_error_Ok: unknown };
  }

  const start: (options: {
    wasmBinary: Uint8Array;
    print: (line: string) => void;
    printErr: (line: string) => void;
  }) => Promise<Libheif>;
  export default start;
}
