import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentAsset } from '../../electron/documents/document-assets.ts';
import { assetSources, packageAssets } from '../../electron/documents/assets/package-assets.ts';

/**
 * Puts what the engines of the documents need into one folder under its own names, as `folderAssets` looks for it.
 * @throws Error for a package that lacks its file: a bundle without it would fail at the first document.
 */
export function copyDocumentAssets(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const assets = packageAssets();
  for (const asset of Object.keys(assetSources) as DocumentAsset[]) {
    copyFileSync(assets.path(asset), join(folder, asset));
  }
}
