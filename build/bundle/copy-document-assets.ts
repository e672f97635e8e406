import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentAsset } from '../../electron/documents/document-assets.ts';
import { fewerPasses } from '../../electron/documents/ocr/network/fewer-passes.ts';
import { assetSources, packageAssets } from '../../electron/documents/assets/package-assets.ts';

/**
 * Puts what the engines of the documents need into one folder under its own names, as `folderAssets` looks for it. The
 * networks are rewritten on the way: each start of the process for documents would lose a third of a second with it.
 * @throws Error for a package that lacks its file: a bundle without it would fail at the first document.
 */
export function copyDocumentAssets(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const assets = packageAssets();
  for (const asset of Object.keys(assetSources) as DocumentAsset[]) {
    const target = join(folder, asset);
    if (asset.endsWith('.onnx')) writeFileSync(target, fewerPasses(readFileSync(assets.path(asset))));
    else copyFileSync(assets.path(asset), target);
  }
}
