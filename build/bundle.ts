import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { copyDocumentAssets } from './bundle/copy-document-assets.ts';
import { hashInputs } from './bundle/hash-inputs.ts';
import { mainConfig } from './bundle/main-config.ts';
import { preloadConfig } from './bundle/preload-config.ts';
import { rendererConfig } from './bundle/renderer-config.ts';
import { withFolderLock } from './bundle/with-folder-lock.ts';

export const repository = resolve(import.meta.dirname, '..');

export interface BundleOptions {
  /**
   * Holds `electron/main.ts`, `electron/preload.ts`, `electron/storage/vault-worker.ts`,
   * `electron/documents/host/document-process.ts` and the modules of its two threads, `renderer/index.html`.
   */
  root?: string;
  outDir?: string;
}

export interface Bundle {
  outDir: string;
  /** False when the inputs are those of the last time, and nothing was done. */
  isNew: boolean;
}

/**
 * Builds the production bundles: `electron/main.js`, `electron/vault-worker.js` and `electron/document-process.js` side
 * by side with the threads and the folder of the assets that the last one needs, `electron/preload.cjs` as one file, and `renderer/`. Skips the work when no input changed; a second caller waits for the first. The result
 * takes the place of the old one in one step, so that a running app never sees half of it.
 *
 * @throws Error of Vite for sources that do not build; the old bundles stay.
 */
export async function bundle({
  root = repository,
  outDir = join(root, 'dist'),
}: BundleOptions = {}): Promise<Bundle> {
  mkdirSync(dirname(outDir), { recursive: true });
  return withFolderLock(`${outDir}.lock`, async () => {
    const inputs = hashInputs(root, repository);
    const noteFile = join(outDir, 'inputs.sha256');
    if (existsSync(noteFile) && readFileSync(noteFile, 'utf8') === inputs) return { outDir, isNew: false };
    const next = `${outDir}.next`;
    rmSync(next, { recursive: true, force: true });
    await asProduction(async () => {
      await build(mainConfig(root, join(next, 'electron')));
      await build(preloadConfig(root, join(next, 'electron')));
      await build(rendererConfig(root, join(next, 'renderer')));
    });
    if (root === repository) copyDocumentAssets(join(next, 'electron', 'document-assets'));
    writeFileSync(join(next, 'inputs.sha256'), inputs);
    replaceFolder(next, outDir);
    return { outDir, isNew: true };
  });
}

/** Vite goes by `NODE_ENV`, which a test runner sets: React's development build would take the bundles' place. */
async function asProduction(work: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

function replaceFolder(next: string, folder: string): void {
  const old = `${folder}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(next, folder);
  rmSync(old, { recursive: true, force: true });
}

if (import.meta.main) {
  const { outDir, isNew } = await bundle();
  process.stdout.write(`${isNew ? 'Built' : 'Unchanged:'} ${outDir}\n`);
}
