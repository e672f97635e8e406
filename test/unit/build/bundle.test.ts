import { createRequire } from 'node:module';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle, repository } from '../../../build/bundle.ts';
import { pathToFileURL } from 'node:url';
import { assetSources, packageAssets } from '../../../electron/documents/assets/package-assets.ts';
import type { DocumentAsset } from '../../../electron/documents/document-assets.ts';
import { DocumentHost } from '../../../electron/documents/host/document-host.ts';
import { nodeChildLauncher } from '../../../electron/documents/host/launch-node-child.ts';
import { fewerPasses } from '../../../electron/documents/ocr/network/fewer-passes.ts';
import { heifOf } from '../documents/pages/sample-heif.ts';
import { pdfOf, sheet } from '../documents/pages/sample-pictures.ts';

let outDir: string;

beforeAll(async () => {
  outDir = (await bundle()).outDir;
}, 120_000);

/** Below the repository, where the packages that the sources import are found. */
const work = mkdtempSync(join(repository, 'node_modules', '.cache', 'bundle-test-'));
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
});

function scriptsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.m?js$/.test(name))
    .map((name) => join(folder, name));
}

test('the window evaluates no text: no eval, no new Function', () => {
  const scripts = scriptsIn(join(outDir, 'renderer'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    expect(readFileSync(script, 'utf8'), script).not.toMatch(
      /(?<![\w.$])eval\(|new Function\(|[=(,:]Function[,;)]/,
    );
  }
});

test('the page asks for files of its own origin only, without inline scripts', () => {
  const page = readFileSync(join(outDir, 'renderer', 'index.html'), 'utf8');
  const addresses = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) expect(address).toMatch(/^\/(?!\/)/);
  expect(page).not.toMatch(/<script(?![^>]*src=)/);
  expect(page).not.toContain('style=');
});

test('style sheets hold no data: addresses, which the content policy refuses', () => {
  const folder = join(outDir, 'renderer', 'assets');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.css'))) {
    expect(readFileSync(join(folder, name), 'utf8'), name).not.toMatch(/url\(["']?(data|https?):/);
  }
});

test('the preload is one file that requires electron alone', () => {
  const preload = readFileSync(join(outDir, 'electron', 'preload.cjs'), 'utf8');
  const required = [...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name);
  expect(new Set(required)).toEqual(new Set(['electron']));
});

test('main and worker lie side by side and import only what a package has', () => {
  expect(existsSync(join(outDir, 'electron', 'vault-worker.js'))).toBe(true);
  expect(existsSync(join(outDir, 'electron', 'document-process.js'))).toBe(true);
  expect(readdirSync(join(outDir, 'electron', 'document-assets')).sort()).toEqual(
    Object.keys(assetSources).sort(),
  );
  const packed = (asset: DocumentAsset) => readFileSync(join(outDir, 'electron', 'document-assets', asset));
  for (const network of ['det.onnx', 'cls.onnx', 'rec.onnx'] as const) {
    const rewritten = fewerPasses(readFileSync(packageAssets().path(network)));
    expect(packed(network).equals(rewritten), network).toBe(true);
  }
  const known = (name: string) =>
    name === 'electron' ||
    name === 'better-sqlite3-multiple-ciphers' ||
    name === 'sharp' ||
    name.startsWith('./') ||
    createRequire(import.meta.url).resolve.paths(name) === null;
  for (const script of scriptsIn(join(outDir, 'electron'))) {
    const text = readFileSync(script, 'utf8');
    const imported = [...text.matchAll(/^import[^;]*?["']([^"']+)["'];$/gm)].map(([, name]) => name ?? '');
    expect(
      imported.filter((name) => !known(name)),
      script,
    ).toEqual([]);
  }
});

test('the bundled process for documents opens files of each kind with the assets beside it', async () => {
  const electron = pathToFileURL(join(outDir, 'electron', 'document-process.js'));
  const host = new DocumentHost(nodeChildLauncher(electron, join(outDir, 'electron', 'document-assets')));
  const heif = heifOf({ width: 64, height: 32, pixels: new Uint8Array(64 * 32) });
  const files = {
    'a.pdf': await pdfOf([{ width: 72, height: 72 }]),
    'a.png': await sheet().png().toBuffer(),
  };
  for (const [fileName, bytes] of Object.entries({ ...files, 'a.heic': heif })) {
    const job = { kind: 'examine', bytes, fileName, shareCode: null } as const;
    const result = await host.run({
      ...job,
      trust: [],
      handBoxes: [],
      isAadhaarSlot: false,
      masked: null,
      wantOriginal: false,
    });
    expect(result.ok ? result.value.reading.pages.length : result.error, fileName).toBe(1);
  }
  host.close();
});

test('nothing is done twice, a change is noticed, and sources that do not build leave the old bundles', async () => {
  const root = join(work, 'app');
  cpSync(join(repository, 'test', 'contract', 'stand-in', 'app'), root, { recursive: true });
  const options = { root, outDir: join(work, 'dist') };
  expect((await bundle(options)).isNew).toBe(true);
  expect((await bundle(options)).isNew).toBe(false);

  const main = join(root, 'electron', 'main.ts');
  const source = readFileSync(main, 'utf8');
  writeFileSync(main, `${source}\nthis does not build`);
  await expect(bundle(options)).rejects.toThrow();
  expect(existsSync(join(options.outDir, 'electron', 'main.js'))).toBe(true);

  writeFileSync(main, `${source}\nconsole.log('changed');\n`);
  const both = await Promise.all([bundle(options), bundle(options)]);
  expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  expect(readFileSync(join(options.outDir, 'electron', 'main.js'), 'utf8')).toContain('changed');
}, 120_000);
