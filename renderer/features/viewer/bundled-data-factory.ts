import { assetUrl } from './pdf-assets.ts';

/**
 * Hands the PDF worker its decoders and fonts from the bundle, and nothing else: a PDF cannot make the worker ask for
 * a file of its own choosing.
 */
export class BundledDataFactory {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const url = assetUrl(kind, filename);
    if (url === null) throw new Error(`Not bundled: ${kind} ${filename}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`Bundled file did not load: ${filename}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
