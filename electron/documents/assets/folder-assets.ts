import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentAssets } from '../document-assets.ts';

/**
 * The assets in one folder under their own names: the app carries them in `document-assets` beside its bundles, where
 * the build put them (`copy-document-assets.ts`).
 */
export function folderAssets(folder: string): DocumentAssets {
  return {
    areNetworksRewritten: true,
    path: (asset) => join(folder, asset),
    secondThread: pathToFileURL(join(folder, '..', 'document-thread.js')),
  };
}
